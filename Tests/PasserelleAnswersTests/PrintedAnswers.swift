import Foundation
import TestSupport

/// The answers in JSON that the transcripts of the command line show.
enum PrintedAnswers {
  static func all() throws -> [JSONValue] {
    let folder = Place.root.appending(path: "Tests/Transcripts/transcripts")
    let files = try FileManager.default.contentsOfDirectory(
      at: folder, includingPropertiesForKeys: nil
    ).filter { $0.pathExtension == "md" }
    return try files.sorted { $0.path < $1.path }.flatMap {
      try outputs(in: String(contentsOf: $0, encoding: .utf8)).map { try JSONValue($0) }
    }
  }

  /// What whole calls for JSON have printed; a call that is refused has printed nothing.
  private static func outputs(in transcript: String) -> [String] {
    var outputs: [[Substring]] = []
    var isOutput = false
    for line in transcript.split(separator: "\n") {
      if line.hasPrefix("$ ") || line.hasPrefix("```") {
        isOutput = line.contains("--format json") && !line.contains(" | ")
        if isOutput { outputs.append([]) }
      } else if isOutput, !line.hasPrefix("! "), !line.hasPrefix("=> ") {
        outputs[outputs.count - 1].append(line)
      }
    }
    return outputs.map { $0.joined(separator: "\n") }.filter { !$0.isEmpty }
  }
}
