import Foundation
import TestSupport
import Testing

@testable import PasserelleServer

/// What the server answers is what the command line has printed, byte for byte.
///
/// `make server` compares all questions of the transcripts, with the program itself.
struct OneAnswerTests {
  @Test func theAnswerIsTheOneInTheTranscript() throws {
    let recorded = try Recorded.all()

    #expect(recorded.count > 5)
    try withSite { site in
      for answer in recorded {
        let response = site.answer("GET", answer.target)
        #expect(response.text == answer.text, "\(answer.target)")
      }
    }
  }
}

/// A question in a transcript whose whole answer is there, in JSON or CSV.
struct Recorded {
  var target: String
  var text: String

  static func all() throws -> [Recorded] {
    let folder = Place.root.appending(path: "Tests/Transcripts/transcripts")
    let files = try FileManager.default.contentsOfDirectory(
      at: folder, includingPropertiesForKeys: nil)
    return try files.filter { $0.pathExtension == "md" }.flatMap { file -> [Recorded] in
      let text = try String(contentsOf: file, encoding: .utf8)
      // What a transcript imports is not in the bundled library.
      return text.contains("$ passerelle import") ? [] : blocks(of: text).compactMap(Recorded.init)
    }
  }

  /// The commands of a transcript, each with what it printed.
  private static func blocks(of text: String) -> [(command: String, lines: [String])] {
    var blocks: [(command: String, lines: [String])] = []
    var isOutput = false
    for line in text.split(separator: "\n", omittingEmptySubsequences: false).map(String.init) {
      if line.hasPrefix("$ passerelle ") {
        blocks.append((String(line.dropFirst(13)), []))
        isOutput = true
      } else if line.hasPrefix("```") || line.hasPrefix("$ ") {
        isOutput = false
      } else if isOutput {
        blocks[blocks.count - 1].lines.append(line)
      }
    }
    return blocks
  }

  /// Makes a request of a command; `nil` if its answer is not whole there, or no question of the interface.
  private init?(_ block: (command: String, lines: [String])) {
    let lines = block.lines.filter { !$0.hasPrefix("! ") && !$0.hasPrefix("=> ") }
    guard !block.command.contains("|"), let target = Self.target(of: Self.words(of: block.command))
    else { return nil }
    let end = target.contains("format=csv") ? "\r\n" : "\n"
    (self.target, text) = (target, lines.joined(separator: end) + end)
  }

  /// The words of a command, as a shell parts them.
  private static func words(of command: String) -> [String] {
    command.matches(of: /"([^"]*)"|([^ "]+)/).map { String($0.output.1 ?? $0.output.2 ?? "") }
  }

  private static let options = [
    "--as-of": "asOf", "--language": "lang", "--purpose": "purpose", "--in": "in",
    "--limit": "limit", "--max-steps": "maxSteps", "--format": "format",
  ]
  private static let arguments = [
    "compare": ["id"], "equivalents": ["id"], "explain": ["from", "to"], "show": ["id"],
    "gap": ["from", "to"], "search": ["q"], "corridor": ["from", "to"], "contradictions": [],
    "diff": ["from", "to"], "list": ["in"], "atlas": ["of"],
  ]

  private static func target(of words: [String]) -> String? {
    guard let command = words.first, let names = arguments[command],
      !words.contains(where: { $0.contains(".yaml") || $0 == "--batch" })
    else { return nil }
    var (items, given, rest) = ([(String, String)](), 0, words.dropFirst())
    while let word = rest.popFirst() {
      if let option = options[word] {
        items.append((option, rest.popFirst() ?? ""))
      } else {
        guard let name = given < names.count ? names[given] : names.last else { return nil }
        items.append((name, word))
        given += 1
      }
    }
    guard let format = items.first(where: { $0.0 == "format" })?.1,
      ["json", "csv"].contains(format)
    else { return nil }
    // A question that has no table has no other form than JSON.
    let hasForms = ["equivalents", "search", "list", "atlas"].contains(command)
    if !hasForms { items.removeAll { $0.0 == "format" } }
    return "/v1/\(command)?"
      + items.map { "\($0.0)=\(PercentEncoding.encode($0.1))" }.joined(separator: "&")
  }
}
