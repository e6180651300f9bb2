import Foundation

/// Whole imports beside the same import in C, and beside what an analyst would write in Python.
///
/// Each starts from a library that is there already: the first call builds it, and is measured elsewhere.
struct ImportPairs {
  let floors: String
  let own: String

  /// The imports whose data is here.
  func pairs() throws -> [Pair] {
    let scratch = FileManager.default.temporaryDirectory.path + "/passerelle-import"
    try? FileManager.default.removeItem(atPath: scratch)
    try FileManager.default.createDirectory(atPath: scratch, withIntermediateDirectories: true)
    let library = ["PASSERELLE_DATA": scratch + "/base"]
    let list = [own + "/passerelle", "list", "frameworks"]
    _ = try Job(name: "library", command: list, environment: library).run()
    if Pair.size(of: module) != nil {
      let trust = [own + "/passerelle", "adapters", "trust", module]
      let found = ["PASSERELLE_ADAPTER_PATH": floors + "/register/release"]
      _ = try Job(
        name: "trust", command: trust, environment: library.merging(found) { $1 }
      ).run()
    }
    return try isolation(scratch) + esco(scratch) + register(scratch) + mappings(scratch)
  }

  /// What it costs that adapters run in a process of their own: a small file, and a large release.
  private func isolation(_ scratch: String) throws -> [Pair] {
    let small = scratch + "/small.yaml"
    try Data(
      """
      passerelle: 1
      framework: {id: xx-nqf, kind: qualifications-framework, title: {en: X}, source: act}
      sources: {act: {title: An act}}
      levels: [{code: "1", title: {en: Level 1}, referencedTo: {to: eqf:1}}]
      """.utf8
    ).write(to: URL(filePath: small))
    func pair(_ title: String, _ paths: [String]) -> Pair {
      var floor = importing(paths, scratch, options: "--in-process")
      floor.name = "in process"
      var ours = importing(paths, scratch)
      ours.name = "in a worker"
      return Pair(title: title, floor: floor, ours: ours, isLatency: true)
    }
    var descriptor = pair("isolation: import of a small descriptor, wall", [small])
    (descriptor.surplus, descriptor.repetitions) = (0.025, 5)
    guard FileManager.default.fileExists(atPath: escoFolders[0]) else { return [descriptor] }
    var release = pair("isolation: import of ESCO 1.1.1, wall", escoFolders)
    release.bar = 1.15
    return [descriptor, release]
  }

  private var escoFolders: [String] {
    ["esco-1.1.1-classification-en", "esco-1.1.1-relations"].map { floors + "/esco/" + $0 }
  }

  private func esco(_ scratch: String) -> [Pair] {
    let folders = escoFolders
    let files = folders.flatMap { folder in
      ((try? FileManager.default.contentsOfDirectory(atPath: folder)) ?? []).sorted()
        .filter { $0.hasSuffix(".csv") }.map { folder + "/" + $0 }
    }
    guard !files.isEmpty else { return [] }
    let bytes = files.compactMap { Pair.size(of: $0) }.reduce(0, +)
    let ours = importing(folders, scratch)
    var pairs = [
      Pair(
        title: "import of ESCO 1.1.1, full text and all",
        floor: Job(
          name: "C, same rows",
          command: [floors + "/bin/escofloor", scratch + "/floor.db"] + files), ours: ours, bar: 2,
        memory: 256, bytes: bytes)
    ]
    if let python {
      let peer = "Benchmarks/Peers/import_esco.py"
      pairs.append(
        Pair(
          title: "the same beside pandas and sqlite3",
          floor: Job(
            name: "pandas", command: [python, peer, scratch + "/peer.db"] + files), ours: ours,
          bar: 1, bytes: bytes))
    }
    return pairs
  }

  /// The import of a register; `nil` if there is no adapter for it.
  func register(_ path: String, named name: String) throws -> Job? {
    guard Pair.size(of: module) != nil else { return nil }
    var job = importing([path], FileManager.default.temporaryDirectory.path + "/passerelle-import")
    job.name = name
    return job
  }

  /// The adapter for the register, which the script builds.
  private var module: String { floors + "/register/release/libRegister.so" }

  private func register(_ scratch: String) -> [Pair] {
    guard Pair.size(of: module) != nil else { return [] }
    let (small, large) = (floors + "/data/register.xml", floors + "/data/large/register.xml")
    var pairs: [Pair] = []
    if let bytes = Pair.size(of: small) {
      pairs.append(
        Pair(
          title: "import of a register, 100 MB",
          floor: Job(
            name: "C, same rows",
            command: [floors + "/bin/importfloor", small, scratch + "/floor.db"]),
          ours: importing([small], scratch), bar: 1.6, memory: 256, bytes: bytes))
    }
    if let bytes = Pair.size(of: large) {
      // The floor of the import has no room for so many nodes: that of the parser stands in.
      pairs.append(
        Pair(
          title: "import of a register, 1 GB, for its memory",
          floor: Job(name: "libxml2 push SAX", command: [floors + "/bin/xmlsax", "push", large]),
          ours: importing([large], scratch), memory: 256, rounds: 1, bytes: bytes))
    }
    return pairs
  }

  /// A set of mappings, beside plain Python that reads it into two dictionaries.
  private func mappings(_ scratch: String) -> [Pair] {
    let mesh = floors + "/data/mesh"
    let cases = floors + "/peers/case.py"
    guard let bytes = Pair.size(of: mesh + "/mappings.sssom.tsv"), Pair.size(of: cases) != nil
    else { return [] }
    return [
      Pair(
        title: "import of 100,000 mappings (SSSOM)",
        floor: Job(
          name: "plain Python", command: ["/usr/bin/env", "python3", cases, "plain_load", mesh]),
        ours: importing([mesh + "/mappings.sssom.tsv"], scratch), limit: 0.5, memory: 100,
        bytes: bytes)
    ]
  }

  private func importing(
    _ paths: [String], _ scratch: String, options: String = ""
  ) -> Job {
    let paths = paths.map { "'\($0)'" }.joined(separator: " ")
    return Job(
      name: "passerelle import",
      command: [
        "/bin/sh", "-c",
        """
        rm -rf '\(scratch)/own' && cp -R '\(scratch)/base' '\(scratch)/own' \
          && exec '\(own)/passerelle' import \(paths) \(options) 2>/dev/null
        """,
      ],
      environment: [
        "PASSERELLE_DATA": scratch + "/own",
        "PASSERELLE_ADAPTER_PATH": floors + "/register/release",
      ])
  }

  /// A Python that has pandas, where the script could set one up.
  private var python: String? {
    let path = floors + "/venv/bin/python"
    return FileManager.default.isExecutableFile(atPath: path) ? path : nil
  }
}
