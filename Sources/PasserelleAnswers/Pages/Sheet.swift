/// An answer as a sheet of words: what a page and a terminal show alike.
package struct Sheet: Sendable {
  /// A part of a sheet.
  package struct Section: Sendable {
    package var heading: String
    package var blocks: [Block]

    package init(heading: String = "", blocks: [Block]) {
      (self.heading, self.blocks) = (heading, blocks)
    }
  }

  /// A piece of a part.
  package enum Block: Sendable {
    /// The name of what comes next, and never parted from it.
    case heading(String)
    case text(String)
    case facts([Fact])
    /// Judgements with their reasons, the judgement in the second of three columns.
    case table(header: [String], rows: [[String]])
    /// Rows that are named by their first cells.
    case records(header: [String], rows: [[String]])
    case list([String])
    /// Facts in groups, such as those of one procedure each.
    case groups([[Fact]])
    case ladder(LadderTable)
    /// A drawing in SVG, whose content is told in words or in a table as well.
    case picture(String, caption: String)
    /// What a reader unfolds, and paper shows unfolded.
    case details(String, [Block])
  }

  /// Something with its name.
  package struct Fact: Sendable {
    package var name: String
    package var value: String
  }

  /// A document that the sheet is based on.
  package struct Source: Sendable {
    package var text: String
    package var url: String?
  }

  package var language: String
  /// Whether the language is written from right to left.
  package var isRightToLeft: Bool
  package var title: String
  /// What matters most, in a few lines.
  package var summary: [Fact]
  /// What stands in the margin of each sheet of paper; `nil` for nothing.
  package var number: String?
  package var head: [Fact] = []
  /// What the sheet is, and what it is not; `nil` if that needs no words.
  package var nature: String?
  package var sections: [Section]
  package var sourcesHeading: String
  /// The sources in the order of their numbers.
  package var sources: [Source]
  /// How the marks of other languages are explained; `nil` if there are none.
  package var sourcesRemark: String?
  /// Where it is signed; `nil` if it is about no case.
  package var signature: String?
}

extension Sheet {
  /// A sheet without sources, such as the reason why there is no answer.
  package init(
    titled title: String, nature: String? = nil, _ sections: [Section] = [], in say: Language
  ) {
    self.init(
      language: say.name, isRightToLeft: say.isRightToLeft, title: title, summary: [],
      nature: nature, sections: sections, sourcesHeading: "", sources: [])
  }
}
