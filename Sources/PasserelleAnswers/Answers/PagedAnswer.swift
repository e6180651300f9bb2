/// A list that can be long, and is given in parts to those who ask for one.
public protocol PagedAnswer: TabularAnswer {
  /// How many rows there are.
  var count: Int { get }

  /// A part of the list, with all else as it is.
  ///
  /// - Parameter range: The rows, of those that there are.
  /// - Returns: The list with these rows alone.
  func page(_ range: Range<Int>) -> Self
}

extension FrameworkListAnswer: PagedAnswer {
  /// How many frameworks there are.
  public var count: Int { frameworks.count }

  /// Some of the frameworks.
  public func page(_ range: Range<Int>) -> FrameworkListAnswer {
    FrameworkListAnswer(Array(frameworks[range.clamped(to: frameworks.indices)]))
  }
}

extension ConceptListAnswer: PagedAnswer {
  /// How many concepts there are.
  public var count: Int { concepts.count }

  /// Some of the concepts.
  public func page(_ range: Range<Int>) -> ConceptListAnswer {
    ConceptListAnswer(asOf: asOf, concepts: Array(concepts[range.clamped(to: concepts.indices)]))
  }
}
