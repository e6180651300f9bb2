import Foundation

/// A page of the documentation: its commands and listings, section by section.
struct Guide {
  static let root = URL(filePath: #filePath).appending(path: "../../..").standardizedFileURL

  let text: String

  /// Reads the guide to writing an adapter, or another page.
  init(_ path: String = "Documentation/WritingAnAdapter.md") throws {
    text = try String(contentsOf: Self.root.appending(path: path), encoding: .utf8)
  }

  /// The blocks of a language, in the section with this heading or in all.
  func blocks(of language: String, under heading: String? = nil) -> [String] {
    var (blocks, block): ([String], [String]?) = ([], nil)
    var isUnder = heading == nil
    for line in text.split(separator: "\n", omittingEmptySubsequences: false) {
      if let lines = block {
        guard line == "```" else {
          block = lines + [String(line)]
          continue
        }
        blocks.append(lines.joined(separator: "\n"))
        block = nil
      } else if line.hasPrefix("## "), let heading {
        isUnder = line == "## \(heading)"
      } else if isUnder, line == "```\(language)" {
        block = []
      }
    }
    return blocks
  }
}
