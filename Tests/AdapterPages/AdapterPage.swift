internal import Foundation
internal import PasserelleKit
package import PasserelleTesting

/// The page of an adapter in `Documentation/Adapters`: what is written by hand, a table that follows
/// from the manifest and the sample, and the sample itself.
package struct AdapterPage {
  let file: URL
  let text: String

  private static let start = "<!-- From the manifest and the sample, by the tests. -->"
  private static let end = "<!-- Until here. -->"

  /// The adapters that have a page.
  package static func names() throws -> [String] {
    let folder = URL(filePath: #filePath).appending(path: "../../../Documentation/Adapters")
      .standardizedFileURL
    return try FileManager.default.contentsOfDirectory(atPath: folder.path)
      .filter { $0.hasSuffix(".md") && $0 != "README.md" }.map { String($0.dropLast(3)) }.sorted()
  }

  package init(of name: String) throws {
    file =
      URL(filePath: #filePath).appending(path: "../../../Documentation/Adapters/\(name).md")
      .standardizedFileURL
    text = try String(contentsOf: file, encoding: .utf8)
  }

  /// The headings of the page, in their order.
  var headings: [String] {
    text.split(separator: "\n").filter { $0.hasPrefix("## ") }.map { String($0.dropFirst(3)) }
  }

  /// A section, without its heading.
  func section(_ heading: String) -> String {
    let rest = text.components(separatedBy: "\n## \(heading)\n").dropFirst().first ?? ""
    return rest.components(separatedBy: "\n## ").first ?? ""
  }

  /// The real files that the adapter was tried on.
  var triedFiles: [TriedFile] {
    let lines = section("Tried on").split(separator: "\n").map(String.init)
    guard let head = lines.firstIndex(of: TriedFile.head) else { return [] }
    return lines[(head + 2)...].prefix { $0.hasPrefix("|") }.map(TriedFile.init)
  }

  /// Whether it says why there is no real file.
  var saysWhyNothingWasTried: Bool {
    ["No real file was available", "no foreign file exists"].contains {
      section("Tried on").contains($0)
    }
  }

  /// The sample: in the last section, each file behind a line with its name.
  package var sample: Sample {
    let section = text.components(separatedBy: "\n## Sample\n").last ?? ""
    var files: [(name: String, text: String)] = []
    for part in section.components(separatedBy: "\n```").dropLast() {
      let lines = part.split(separator: "\n", omittingEmptySubsequences: false).map(String.init)
      if let name = lines.last(where: { $0.hasPrefix("`") && $0.hasSuffix("`:") }) {
        files.append((String(name.dropFirst().dropLast(2)), ""))
      } else if !files.isEmpty, files[files.count - 1].text.isEmpty {
        files[files.count - 1].text = lines.dropFirst().joined(separator: "\n") + "\n"
      }
    }
    return Sample(files)
  }

  /// The page with its table written anew.
  func updated(_ manifest: AdapterManifest, _ reading: Reading) -> String? {
    guard let from = text.range(of: Self.start), let to = text.range(of: Self.end) else {
      return nil
    }
    let table = Self.table(of: manifest, reading).joined(separator: "\n")
    return text[..<from.upperBound] + "\n\n" + table + "\n\n" + text[to.lowerBound...]
  }

  private static func table(of manifest: AdapterManifest, _ reading: Reading) -> [String] {
    [
      "| | |", "| --- | --- |",
      "| adapter | `\(manifest.id)` \(manifest.version): \(manifest.summary) |",
    ]
      + manifest.dialects.map { dialect in
        let parts = [
          dialect.filePatterns.map { "`\($0)`" }, dialect.mediaTypes,
          dialect.roots.isEmpty
            ? [] : ["roots " + dialect.roots.map { "`\($0)`" }.joined(separator: " ")],
        ]
        return "| dialect `\(dialect.name)` | \(parts.joined().joined(separator: ", ")) |"
      } + [
        "| files of an import | \(manifest.readsTogether ? "read together" : "each by itself") |",
        "| the sample says | \(counts(of: reading)) |",
      ]
  }

  /// `1 framework, 2 concepts`, in the order in which the kinds come first.
  private static func counts(of reading: Reading) -> String {
    var kinds: [String] = []
    var counts: [String: Int] = [:]
    for (statement, _) in reading.statements {
      if counts[statement.kindName] == nil { kinds.append(statement.kindName) }
      counts[statement.kindName, default: 0] += 1
    }
    return kinds.map { kind in
      let count = counts[kind, default: 0]
      return "\(count) \(kind)\(count == 1 ? "" : "s")"
    }.joined(separator: ", ")
  }
}

extension Statement {
  /// What the page calls such statements.
  fileprivate var kindName: String {
    switch self {
    case .framework: "framework"
    case .mappings: "mapping set"
    case .agreement: "agreement"
    case .document: "document"
    case .concept: "concept"
    case .link: "link"
    case .name: "name"
    case .note: "note"
    case .procedure: "procedure"
    case .profile: "profile"
    case .asset(.certificate): "certificate"
    case .asset(.experience): "experience"
    case .asset(.competence): "claimed competence"
    case .asset(.language): "language"
    }
  }
}
