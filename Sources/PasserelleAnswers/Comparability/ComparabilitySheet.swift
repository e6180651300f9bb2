/// A statement of comparability as a sheet of words: what a page and a terminal show alike.
package struct ComparabilitySheet: Sendable {
  /// A part of a statement.
  package struct Section: Sendable {
    package var heading: String
    package var blocks: [Block]
  }

  /// A piece of a part.
  package enum Block: Sendable {
    case text(String)
    case facts([Fact])
    case table(header: [String], rows: [[String]])
    case list([String])
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
  package var title: String
  package var head: [Fact]
  /// What the statement is, and what it is not.
  package var nature: String
  package var sections: [Section]
  package var sourcesHeading: String
  /// The sources in the order of their numbers.
  package var sources: [Source]
  package var signature: String
}
