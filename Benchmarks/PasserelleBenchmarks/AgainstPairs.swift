import Foundation

/// The same questions asked of two builds of Passerelle by turns, each on a store that it made itself.
struct AgainstPairs {
  let floors: String
  /// The folder with the programs of the other build.
  let other: String
  /// The folder with our programs.
  let own: String

  /// A build, with the stores that it has made.
  private struct Build {
    var name: String
    var folder: String
    var stores: String

    func job(_ arguments: [String], on store: String, codes: Set<Int32> = [0]) -> Job {
      Job(
        name: name, command: [folder + "/passerelle"] + arguments,
        environment: ["PASSERELLE_DATA": "\(stores)/\(store)"], codes: codes)
    }
  }

  func pairs() throws -> [Pair] {
    let scratch = FileManager.default.temporaryDirectory.path + "/passerelle-against"
    try? FileManager.default.removeItem(atPath: scratch)
    let builds = [("other", other), ("this", own)].map {
      Build(name: $0, folder: $1, stores: "\(scratch)/\($0)")
    }
    for build in builds { try prepare(build) }
    let different = scratch + "/different.csv"
    let repeated = scratch + "/repeated.csv"
    try Self.write(different, rows: 20_000, of: 20_000)
    try Self.write(repeated, rows: 200_000, of: 2_000)
    func pair(
      _ title: String, _ arguments: [String], on store: String = "library",
      codes: Set<Int32> = [0], isLatency: Bool = false, repetitions: Int = 1
    ) -> Pair {
      let jobs = builds.map { $0.job(arguments, on: store, codes: codes) }
      return Pair(
        title: title, floor: jobs[0], ours: jobs[1], isLatency: isLatency, repetitions: repetitions)
    }
    func batch(_ title: String, _ file: String) -> Pair {
      pair(title, ["compare", "--batch", file, "--output", scratch + "/answers"])
    }
    let cold = [
      ("compare", ["ie-nqf:8", "de-nqf:6"]), ("search", ["Meister"]), ("show", ["eqf:6"]),
    ].map { command, names in
      pair("cold \(command)", [command] + names, isLatency: true, repetitions: 10)
    }
    let batches = [
      batch("compare --batch, 20,000 different questions", different),
      batch("compare --batch, 2,000 questions in 200,000 rows", repeated),
    ]
    guard esco != nil else { return cold + batches }
    let exports = ["n-triples", "turtle", "csv"].map { format in
      pair(
        "export --to \(format), with ESCO",
        ["export", "--to", format, "--output", "\(scratch)/export.\(format)"], on: "esco")
    }
    return cold + batches + [
      pair("stats, with ESCO", ["stats"], on: "esco"),
      pair("list, of ESCO", ["list", "esco@1.1.1"], on: "esco"),
      pair("contradictions, with ESCO", ["contradictions"], on: "esco", codes: [0, 1]),
    ] + exports
  }

  /// The folders of the release, if they are here.
  private var esco: [String]? {
    let folders = ["esco-1.1.1-classification-en", "esco-1.1.1-relations"]
      .map { floors + "/esco/" + $0 }
    return FileManager.default.fileExists(atPath: folders[0]) ? folders : nil
  }

  private func prepare(_ build: Build) throws {
    _ = try build.job(["list", "frameworks"], on: "library").run()
    guard let esco else { return }
    try FileManager.default.copyItem(
      atPath: build.stores + "/library", toPath: build.stores + "/esco")
    _ = try build.job(["import"] + esco, on: "esco").run()
  }

  /// Writes a batch of pairs of levels, of which so many are different.
  private static func write(_ path: String, rows: Int, of different: Int) throws {
    let scales = [
      ("ie-nqf", 10), ("de-nqf", 8), ("pl-nqf", 8), ("gb-rqf", 8), ("in-nsqf@2013", 10),
      ("gb-scqf", 12), ("ch-nqf", 8), ("pt-nqf", 8), ("at-nqf", 8), ("ee-nqf", 8), ("lv-nqf", 8),
      ("lt-nqf", 8), ("fi-nqf", 8), ("se-nqf", 8), ("cz-nqf", 8), ("gr-nqf", 8), ("hu-nqf", 8),
    ]
    let levels = scales.flatMap { name, count in (1...count).map { "\(name):\($0)" } }
    let lines = (0..<rows).map { row in
      let number = row % different
      return
        "\(row),\(levels[number % levels.count]),\(levels[number / levels.count % levels.count])"
    }
    try (["case,from,to"] + lines).joined(separator: "\n")
      .write(toFile: path, atomically: true, encoding: .utf8)
  }
}
