import Foundation

/// A survey of 5,000 rows, recoded beside what an analyst would write with pandas, and what became of the rows.
struct RecodePairs {
  private let own: String
  private let python: String
  private let folder: String
  private let table: String

  /// Prepares the table of mappings; `nil` if there is no Python with pandas.
  init?(floors: String, own: String) throws {
    python = floors + "/venv/bin/python"
    guard FileManager.default.isExecutableFile(atPath: python) else { return nil }
    self.own = own
    folder = FileManager.default.temporaryDirectory.path + "/passerelle-recode"
    try? FileManager.default.removeItem(atPath: folder)
    try FileManager.default.createDirectory(atPath: folder, withIntermediateDirectories: true)
    table = folder + "/table.sssom.tsv"
    let call = [
      own + "/passerelle", "export", "isco-88-isco-08", "--to", "sssom", "--output", table,
    ]
    _ = try Job(name: "table", command: call, environment: library).run()
    let codes = try codes()
    try write(codes, to: survey("clean")) { code, _ in code }
    try write(codes, to: survey("asItIs"), Self.asSurveysHaveIt)
  }

  private var library: [String: String] { ["PASSERELLE_DATA": folder + "/data"] }

  private func survey(_ name: String) -> String { "\(folder)/\(name).csv" }

  /// The codes of four digits that the table has a mapping of.
  private func codes() throws -> [String] {
    let lines = try String(contentsOfFile: table, encoding: .utf8).split(separator: "\n")
      .filter { !$0.hasPrefix("#") }.map {
        $0.split(separator: "\t", omittingEmptySubsequences: false)
      }
    let column = lines.first?.firstIndex(of: "subject_id") ?? 0
    let codes = lines.dropFirst().compactMap { cells in
      cells.indices.contains(column)
        ? cells[column].split(separator: ":").last.map(String.init) : nil
    }
    return Set(codes.filter { $0.count == 4 }).sorted()
  }

  private func write(
    _ codes: [String], to path: String, _ spoiled: (String, Int) -> String
  ) throws {
    let rows = (0..<5_000).map {
      "\($0),\(spoiled(codes[$0 * 37 % codes.count], $0)),\(18 + $0 % 50)"
    }
    try (["id,isco,age"] + rows).joined(separator: "\n").appending("\n")
      .write(toFile: path, atomically: true, encoding: .utf8)
  }

  /// Zeros that a spreadsheet took, groups that were filled up, a code that is not one, and a blank.
  private static func asSurveysHaveIt(_ code: String, _ row: Int) -> String {
    if code.hasPrefix("0") { return String(code.drop { $0 == "0" }) }
    return switch row % 50 {
    case 7: code.dropLast() + "0"
    case 19: "9999"
    case 31: ""
    default: code
    }
  }

  /// A survey, and how pandas reads it.
  private static let runs = [
    (title: "clean codes", survey: "clean", option: "--text"),
    (title: "a file as it is", survey: "asItIs", option: ""),
    (title: "a file as it is, its codes read as text", survey: "asItIs", option: "--text"),
  ]

  func pairs() -> [Pair] {
    Self.runs.map { run in
      let peer = "Benchmarks/Peers/recode_survey.py"
      let output = survey(run.survey + "-pandas" + run.option)
      return Pair(
        title: "recode of 5,000 rows, \(run.title)",
        floor: Job(
          name: "pandas",
          command: [python, peer, table, survey(run.survey), output]
            + (run.option.isEmpty ? [] : [run.option])),
        ours: recode(run.survey), bar: 2, repetitions: 3)
    }
  }

  private func recode(_ name: String) -> Job {
    Job(
      name: "passerelle recode",
      command: [
        "/bin/sh", "-c",
        "exec '\(own)/passerelle' recode '\(survey(name))' --column isco --from isco-88 --to isco-08 "
          + "--output '\(survey(name + "-passerelle"))' 2>/dev/null",
      ], environment: library)
  }

  /// Shows what became of the rows, once both have run: those that are missing, and those there are more of.
  func show() throws {
    for run in Self.runs {
      let ours = try rows(of: survey(run.survey + "-passerelle"))
      let theirs = try rows(of: survey(run.survey + "-pandas" + run.option))
      let ids = (0..<5_000).map(String.init)
      let lost = ids.filter { theirs[$0] == nil }
      let doubled = ids.filter { (theirs[$0]?.count ?? 0) > 1 }
      print(
        "\n\(run.title): of 5,000 rows pandas drops \(lost.count) and repeats \(doubled.count);")
      print("  recode keeps \(ids.count { ours[$0] != nil }), each with its targets or its reason")
      var shown: Set<String> = []
      for id in lost + doubled.prefix(1) where shown.count < 5 {
        guard let line = ours[id]?.first, shown.insert(Self.kind(of: line)).inserted else {
          continue
        }
        print("    pandas: \(theirs[id]?.joined(separator: " | ") ?? "nothing")")
        print("    recode: \(ours[id]?.prefix(2).joined(separator: " | ") ?? "nothing")")
      }
    }
  }

  /// What a row is an example of: its last two columns say what was repaired, and what else there is to say.
  private static func kind(of line: String) -> String {
    line.split(separator: ",", omittingEmptySubsequences: false).suffix(2).joined(separator: ",")
  }

  /// The lines of a table by the first of their cells.
  private func rows(of path: String) throws -> [String: [String]] {
    let lines = try String(contentsOfFile: path, encoding: .utf8).split(whereSeparator: \.isNewline)
    return Dictionary(grouping: lines.dropFirst().map(String.init)) { line in
      String(line.prefix { $0 != "," })
    }
  }
}
