/// A statement of comparability as a sheet of words: what a page and a terminal show alike.
package struct ComparabilitySheet: Sendable {
  /// A part of a statement.
  package struct Section: Sendable {
    package var heading: String
    package var blocks: [Block]
  }

  /// A piece of a part.
  package enum Block: Sendable {
    /// The name of what comes next, and never parted from it.
    case heading(String)
    case text(String)
    case facts([Fact])
    case table(header: [String], rows: [[String]])
    case list([String])
    /// Facts in groups, such as those of one procedure each.
    case groups([[Fact]])
    case ladder(LadderTable)
  }

  /// Something with its name.
  package struct Fact: Sendable {
    package var name: String
    package var value: String
  }

  /// A document that the statement rests on.
  package struct Source: Sendable {
    package var text: String
    package var url: String?
  }

  package var language: String
  /// Whether the language is written from right to left.
  package var isRightToLeft: Bool
  package var title: String
  /// The statement in five lines.
  package var summary: [Fact]
  package var number: String
  package var head: [Fact]
  /// What the statement is, and what it is not.
  package var nature: String
  package var sections: [Section]
  package var sourcesHeading: String
  /// The sources in the order of their numbers.
  package var sources: [Source]
  /// How the marks of other languages are explained; `nil` if there are none.
  package var sourcesRemark: String?
  /// Where it is signed; `nil` if it is about no case.
  package var signature: String?
}
