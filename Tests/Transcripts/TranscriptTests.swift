import Foundation
import TestSupport
import Testing

/// Runs the command line as a person would, and compares what it prints with what it printed before.
///
/// A transcript is a Markdown file in `transcripts/`: in its code blocks a line `$ passerelle …` is
/// run, and what follows must be the output; `=> 2` is the exit code where it is not 0, and lines of
/// the standard error start with `! `. The README is one of them, and so is the guide for authorities, which
/// works in a folder of its own: a code block with the name of a file behind its language is that file.
/// With `UPDATE_TRANSCRIPTS=1` the files are written anew: read the difference before you commit it.
struct TranscriptTests {
  @Test(arguments: try Transcript.all)
  func printsWhatItPrintedBefore(transcript: Transcript) throws {
    let found = try transcript.replayed()
    if ProcessInfo.processInfo.environment["UPDATE_TRANSCRIPTS"] != nil {
      try Data(found.utf8).write(to: transcript.file)
    }
    #expect(found == transcript.text)
  }

  /// The words of sources themselves: a title of ISCED, what a German law gives a right to, titles of an
  /// agreement and of a procedure, and what a French source says that something is not.
  private static let quotations = [
    "or equivalent level", "right to an equivalence assessment", "on the equivalence of degrees",
    "equal treatment with an austrian apprenticeship", "n'est pas une équivalence",
  ]

  @Test(arguments: try Transcript.all)
  func noAnswerSaysEquivalentWithoutADeclaration(transcript: Transcript) {
    let claims = transcript.outputs.filter { line in
      let words = Self.quotations.reduce(line.lowercased()) { $0.replacing($1, with: "") }
      return ["equivalen", "équivalen", " equal", "identical", "the same as"].contains {
        words.contains($0)
      } && !["declar", "déclar"].contains { words.contains($0) }
    }
    #expect(claims.isEmpty)
  }
}

struct Transcript: Sendable, CustomTestStringConvertible {
  let file: URL
  let text: String

  var name: String { file.deletingPathExtension().lastPathComponent }
  var testDescription: String { name }

  static let folder = URL(filePath: #filePath).deletingLastPathComponent()
    .appending(path: "transcripts")

  static var all: [Transcript] {
    get throws {
      let files = try FileManager.default.contentsOfDirectory(
        at: folder, includingPropertiesForKeys: nil)
      let pages = ["README.md", "Documentation/Authorities.md"].map {
        folder.appending(path: "../../../\($0)").standardizedFileURL
      }
      return try (files.filter { $0.pathExtension == "md" } + pages)
        .sorted { $0.path < $1.path }
        .map { Transcript(file: $0, text: try String(contentsOf: $0, encoding: .utf8)) }
    }
  }

  /// The lines that commands have printed.
  var outputs: [String] {
    var lines: [String] = []
    var isOutput = false
    for line in text.split(separator: "\n").map(String.init) {
      if line.hasPrefix("$ ") || line.hasPrefix("```") {
        isOutput = line.hasPrefix("$ ")
      } else if isOutput {
        lines.append(line)
      }
    }
    return lines
  }

  /// The text with every command run again.
  func replayed() throws -> String {
    let data = FileManager.default.temporaryDirectory.appending(
      path: "transcript-\(UUID().uuidString)")
    defer { try? FileManager.default.removeItem(at: data) }
    try BuiltLibrary.copy(to: data)
    let place = isGuide ? data.appending(path: "guide") : Self.folder
    try FileManager.default.createDirectory(at: place, withIntermediateDirectories: true)
    var lines: [String] = []
    var isOutput = false
    var written: (name: String, lines: [String])?
    for line in text.split(separator: "\n", omittingEmptySubsequences: false).map(String.init) {
      if line.hasPrefix("```") {
        if let written {
          let text = written.lines.joined(separator: "\n") + "\n"
          try Data(text.utf8).write(to: place.appending(path: written.name))
        }
        let words = line.split(separator: " ")
        written = isGuide && words.count == 2 ? (String(words[1]), []) : nil
        lines.append(line)
        isOutput = false
      } else if line.hasPrefix("$ ") {
        lines.append(line)
        lines += try Self.run(String(line.dropFirst(2)), in: place, data: data.path)
        isOutput = true
      } else if !isOutput {
        written?.lines.append(line)
        lines.append(line)
      }
    }
    return lines.joined(separator: "\n")
  }

  /// Whether its reader makes files of his own.
  private var isGuide: Bool { name == "Authorities" }

  static func run(_ command: String, in place: URL = folder, data: String) throws -> [String] {
    let built = URL(filePath: CommandLine.arguments[0]).deletingLastPathComponent().path
    let process = Process()
    process.executableURL = URL(filePath: "/bin/sh")
    process.arguments = [
      "-c", command.replacing("passerelle ", with: "\(built)/passerelle ", maxReplacements: 1),
    ]
    process.currentDirectoryURL = place
    process.environment = ["PASSERELLE_DATA": data, "PATH": "/usr/bin:/bin", "NO_COLOR": "1"]
    let (out, err) = (Pipe(), Pipe())
    (process.standardOutput, process.standardError) = (out, err)
    try process.run()
    let output = out.fileHandleForReading.readDataToEndOfFile()
    let errors = err.fileHandleForReading.readDataToEndOfFile()
    process.waitUntilExit()
    func lines(_ data: Data) -> [String] {
      String(decoding: data, as: UTF8.self).replacing(built, with: "BUILD")
        .split(omittingEmptySubsequences: false, whereSeparator: \.isNewline)
        .dropLast().map(String.init)
    }
    return lines(output) + lines(errors).map { "! \($0)" }
      + (process.terminationStatus == 0 ? [] : ["=> \(process.terminationStatus)"])
  }
}
