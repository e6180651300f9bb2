import Testing

/// Only a front end speaks to the terminal, and ends the process.
struct OutputTests {
  /// The front ends.
  private static let frontEnds = ["PasserelleCommands", "PasserelleProgram", "PasserelleWorker"]

  /// The files below the front ends that may, each with the reason.
  private static let exceptions = [
    // An export may be larger than memory: it is written as it comes, to standard output if no file is named.
    "Sources/Passerelle/Export/ExportFile.swift": ["STDOUT_FILENO"],
    // What is named as an output may be what is written to already, as '/dev/stdout'.
    "Sources/Passerelle/Export/OutputPlace.swift": ["STDOUT_FILENO", "STDERR_FILENO"],
    // So may the answers of a batch, row by row.
    "Sources/PasserelleAnswers/Batch/BatchOutput.swift": [".standardOutput"],
    // A worker is a process of its own, which ends when the host has gone.
    "Sources/Passerelle/Isolation/AdapterWorker.swift": ["_exit("],
  ]

  @Test func noFileBelowTheFrontEndsPrintsOrExits() throws {
    var found: [String: [String]] = [:]
    for folder in ["Sources", "Plugins"] {
      for module in try SourceTree.modules(in: folder) where !Self.frontEnds.contains(module) {
        for file in try SourceTree.files(below: "\(folder)/\(module)", ".swift")
        where try Self.mayUse(SourceTree.text(file)) {
          let uses = try SourceTree.code(of: file).flatMap(Self.uses)
          if !uses.isEmpty { found[file] = uses }
        }
      }
    }
    #expect(found == Self.exceptions)
  }

  @Test(arguments: [
    ("print(text)", ["print("]), ("  if a { exit(1) }", ["exit("]), ("let a: Error = .exit(1)", []),
    ("case exit(Int32)", []), ("case .none: exit(1)", ["exit("]),
    ("FileHandle.standardError.write(b)", [".standardError"]), ("reprint(text)", []),
    ("isatty(STDOUT_FILENO)", ["isatty(", "STDOUT_FILENO"]), ("case .standardInput: read()", []),
  ])
  func seesWhatPrintsAndWhatDoesNot(line: String, uses: [String]) {
    #expect(Self.uses(in: line[...]) == uses)
  }

  /// Whether any line of a file may use what `uses(in:)` looks for: most have no such word.
  private static func mayUse(_ text: String) -> Bool {
    text.range(
      of: #"(print|dump|puts|printf|isatty|exit|abort)\(|\.standard(Output|Error)|_FILENO"#,
      options: .regularExpression) != nil
  }

  /// What a line of code uses that prints, asks for the terminal, or ends the process.
  private static func uses(in line: Substring) -> [String] {
    // A case of an enumeration may be called so.
    let line = line.replacing(/^ *case \w+\(/, with: "")
    return line.matches(
      of: /(?:^|[^\w.])((?:print|debugPrint|dump|puts|printf|fputs|isatty|_?exit|abort)\()/
    ).map { String($0.output.1) }
      + line.matches(of: /\.standardOutput|\.standardError|STDOUT_FILENO|STDERR_FILENO/)
      .map { String($0.output) }
  }
}
