import Foundation

/// The comparisons, each a floor and our program in turn, round by round.
struct Suite {
  let floors: String
  let rounds: Int
  private let own = URL(filePath: CommandLine.arguments[0]).deletingLastPathComponent().path

  init(floors: String, rounds: Int) {
    self.floors = floors
    self.rounds = rounds
  }

  func run() throws {
    print("medians of \(rounds) rounds; CPU of all processes; ratio = ours / floor")
    let recode = try RecodePairs(floors: floors, own: own)
    let pairs = try pairs() + imports.pairs() + (recode?.pairs() ?? [])
    try Self.measure(pairs, rounds: rounds, into: floors + "/results.json")
    try recode?.show()
    print("\ngrowth: the exponent is 1 where ten times as much takes ten times as long")
    for series in try growth() { series.measure(rounds: min(rounds, 3)) }
  }

  /// Measures pairs one after the other, and writes what each run took as JSON.
  static func measure(_ pairs: [Pair], rounds: Int, into path: String) throws {
    var results: [Pair.Result] = []
    var failures = 0
    for pair in pairs {
      do {
        results.append(try pair.measure(rounds: rounds))
      } catch {
        print("\n\(pair.title)\n  not measured: \(error)")
        failures += 1
      }
    }
    let encoder = JSONEncoder()
    encoder.outputFormatting = [.prettyPrinted, .sortedKeys]
    try encoder.encode(results).write(to: URL(filePath: path))
    print(
      "\nwritten to \(path); pairs that miss what was promised: \(results.count { !$0.isMet }); "
        + "not measured: \(failures)")
  }

  private var imports: ImportPairs { ImportPairs(floors: floors, own: own) }

  private func pairs() throws -> [Pair] {
    let (bin, data) = (floors + "/bin", floors + "/data")
    let bench = own + "/PasserelleBenchmarks"
    let scratch = FileManager.default.temporaryDirectory.path + "/passerelle-benchmarks"
    try? FileManager.default.removeItem(atPath: scratch)
    let library = ["PASSERELLE_DATA": scratch]
    let compare = [own + "/passerelle", "compare", "ie-nqf:8", "de-nqf:6"]
    // The store must be there before a cold `compare` is measured.
    _ = try Job(name: "warm-up", command: compare, environment: library).run()
    let batch = scratch + "/batch.csv"
    try Self.writeBatch(of: 100_000, to: batch)
    let empty = Job(name: "empty program", command: [own + "/EmptyProgram"])
    return [
      Pair(
        title: "XML, stream of records, 100 MB",
        floor: Job(
          name: "libxml2 push SAX", command: [bin + "/xmlsax", "push", data + "/register.xml"]),
        ours: Job(name: "Kit", command: [bench, "read", "xml", data + "/register.xml"]), bar: 2.5,
        bytes: size(data + "/register.xml")),
      Pair(
        title: "XML, stream of records, 10 MB",
        floor: Job(
          name: "libxml2 push SAX",
          command: [bin + "/xmlsax", "push", data + "/small/register.xml"]),
        ours: Job(name: "Kit", command: [bench, "read", "xml", data + "/small/register.xml"]),
        bytes: size(data + "/small/register.xml")),
      Pair(
        title: "YAML, tree with positions, 30 MB",
        floor: Job(
          name: "libyaml events", command: [bin + "/yamlev", "parse", data + "/mapping.yaml"]),
        ours: Job(name: "Kit", command: [bench, "read", "yaml", data + "/mapping.yaml"]), bar: 3,
        bytes: size(data + "/mapping.yaml")),
      Pair(
        title: "CSV, rows with checks, 20 MB",
        floor: Job(name: "C state machine", command: [bin + "/csvscan", data + "/edges.csv"]),
        ours: Job(name: "Kit", command: [bench, "read", "csv", data + "/edges.csv"]), bar: 5,
        bytes: size(data + "/edges.csv")),
      Pair(
        title: "cold compare, wall", floor: empty,
        ours: Job(name: "passerelle compare", command: compare, environment: library), bar: 2,
        isLatency: true, repetitions: 20),
      Pair(
        title: "cold search, wall", floor: empty,
        ours: Job(
          name: "passerelle search", command: [own + "/passerelle", "search", "Meister"],
          environment: library), limit: 0.020, isLatency: true, repetitions: 20),
      Pair(
        title: "100,000 comparisons in a batch, 50,000 a second and core", floor: empty,
        ours: Job(
          name: "compare --batch",
          command: [own + "/passerelle", "compare", "--batch", batch, "--output", batch + ".out"],
          environment: library), limit: 2),
      Pair(
        title: "building the bundled library", floor: empty,
        ours: Job(
          name: "first call",
          command: [
            "/bin/sh", "-c", "rm -rf '\(scratch)-new' && exec \(compare.joined(separator: " "))",
          ], environment: ["PASSERELLE_DATA": scratch + "-new"]), limit: 2),
    ]
  }

  /// Writes a batch of pairs of levels, each framework with each other.
  private static func writeBatch(of count: Int, to path: String) throws {
    let scales = [
      ("ie-nqf", 10), ("de-nqf", 8), ("pl-nqf", 8), ("gb-rqf", 8), ("in-nsqf@2013", 10),
    ]
    let levels = scales.flatMap { name, count in (1...count).map { "\(name):\($0)" } }
    let rows = (0..<count).map { index in
      "\(index),\(levels[index % levels.count]),\(levels[index / levels.count % levels.count])"
    }
    try (["case,from,to"] + rows).joined(separator: "\n")
      .write(toFile: path, atomically: true, encoding: .utf8)
  }

  /// The same work at three sizes.
  private func growth() throws -> [GrowthSeries] {
    let scratch = FileManager.default.temporaryDirectory.path + "/passerelle-benchmarks"
    let library = ["PASSERELLE_DATA": scratch]
    let batches = try [1_000, 10_000, 100_000].map { count in
      let batch = "\(scratch)/batch-\(count).csv"
      try Self.writeBatch(of: count, to: batch)
      return Job(
        name: "\(count) rows",
        command: [own + "/passerelle", "compare", "--batch", batch, "--output", batch + ".out"],
        environment: library)
    }
    let folders = [("1 MB", "/tiny"), ("10 MB", "/small"), ("100 MB", "")]
    let registers = folders.map { size, folder in (size, "\(floors)/data\(folder)/register.xml") }
    let read = registers.filter { Pair.size(of: $0.1) != nil }.map { size, path in
      Job(name: size, command: [own + "/PasserelleBenchmarks", "read", "xml", path])
    }
    let imported = try registers.filter { Pair.size(of: $0.1) != nil }.map { size, path in
      try imports.register(path, named: size)
    }
    return [
      GrowthSeries(title: "compare --batch", jobs: batches),
      GrowthSeries(title: "XML, stream of records", jobs: read),
      GrowthSeries(title: "import of a register", jobs: imported.compactMap(\.self)),
    ].filter { $0.jobs.count == 3 }
  }

  private func size(_ path: String) -> Int? { Pair.size(of: path) }
}
