import Foundation
import Passerelle
import PasserelleModel
import TestSupport
import Testing

/// The hostile modules of the shared data: what each does is in its folder's `plugins.c`.
struct HostileModuleTests {
  private static let source = Place.root.deletingLastPathComponent()
    .appending(path: "shared/bench/hostile-plugins")
  private static let isThere = FileManager.default.fileExists(
    atPath: source.appending(path: "build.sh").path)

  @Test(.enabled(if: isThere, "there is no ../shared/bench/hostile-plugins"))
  func noneIsRunThatIsNotTrustedAndEachIsNamed() throws {
    let hostile = try Hostile(from: Self.source)
    defer { hostile.remove() }
    var locations = hostile.modules.locations(isolation: .inProcess)
    locations.bundledAdapters = [AdapterLoaderTests.built]
    let (adapters, failures) = AdapterLoader(locations).all()

    #expect(hostile.names.count == 32)
    #expect(Set(failures.map(\.path)) == Set(hostile.names.map(hostile.modules.path)))
    #expect(adapters.count == (try SourceTree.modules(in: "Plugins").count))
    #expect(hostile.traces == [])
  }

  @Test(.enabled(if: isThere, "there is no ../shared/bench/hostile-plugins"))
  func thoseThatAreTrustedEndAsNamedFailuresAndLeaveNoTrace() throws {
    let hostile = try Hostile(from: Self.source)
    defer { hostile.remove() }
    let place = try Place()
    defer { place.remove() }
    let library = try place.library {
      $0.addedAdapters = [hostile.modules.folder.path]
      $0.trustList = try hostile.modules.trustAll()
      $0.limits.stepSeconds = 1
      $0.limits.addressSpace = 768 << 20
    }
    let before = try library.store.read { try $0.contentHash() }
    let file = try #require(place.locations.frameworks) + "/ie-nqf.yaml"
    let report = try library.checking([SourceFile(name: "ie-nqf.yaml", path: file)])

    #expect(report.readers.map(\.adapter) == ["Plain"])
    #expect(report.hasErrors == false)
    #expect(Set(report.failures.map(\.path)) == Set(hostile.names.map(hostile.modules.path)))
    #expect(try library.store.read { try $0.contentHash() } == before)
    #expect(hostile.traces == [])
    let found = Dictionary(
      report.failures.map { (URL(filePath: $0.path).lastPathComponent, $0.description) },
      uniquingKeysWith: { first, _ in first })
    for (name, words) in [
      ("ctor_aborts", "SIGABRT"), ("ctor_hangs", "no answer within"), ("ctor_exits", "exit code 0"),
      ("segv", "SIGSEGV"), ("trap", "SIGILL"), ("spins", "no answer within"),
      ("deep_recursion", "SIGSEGV"), ("rpath", "it asks for libraries"),
      ("execstack", "it asks for an executable stack"), ("needs_neighbour", "cannot be loaded"),
      ("fifo", "not a regular file"), ("symlink_outside", "leads out of its folder"),
    ] {
      #expect(
        found["lib\(name).so"]?.contains(words) == true, "\(name): \(found["lib\(name).so"] ?? "")")
    }
  }
}

/// The hostile modules, built in a folder of their own.
private struct Hostile {
  let modules: Modules
  let names: [String]

  init(from source: URL) throws {
    modules = try Modules()
    let built = modules.folder.appending(path: "built")
    // The compiler is told the name that the contract asks of the entry point.
    let compiler = modules.folder.appending(path: "gcc")
    try Data(
      """
      #!/bin/sh
      for word; do [ "$last" = -o ] && name=$(basename "$word" .so); last=$word; done
      PATH=$HOSTILE_PATH exec gcc "-DENTRY=passerelle_adapter_$name" "$@"
      """.utf8
    ).write(to: compiler)
    try #require(chmod(compiler.path, 0o755) == 0)
    let script = Process()
    script.executableURL = URL(filePath: "/bin/bash")
    script.arguments = [source.appending(path: "build.sh").path, built.path]
    let path = ProcessInfo.processInfo.environment["PATH"] ?? "/usr/bin:/bin"
    script.environment = ["PATH": "\(modules.folder.path):\(path)", "HOSTILE_PATH": path]
    script.standardOutput = FileHandle.nullDevice
    try script.run()
    script.waitUntilExit()
    try #require(script.terminationStatus == 0, "the hostile modules do not build")
    let files = try FileManager.default.contentsOfDirectory(atPath: built.path)
      .filter { $0.hasSuffix(".so") }
    names = files.map { String($0.dropLast(3)) }.sorted()
    for name in names {
      try FileManager.default.moveItem(
        atPath: built.appending(path: "\(name).so").path, toPath: modules.path(name))
    }
    try FileManager.default.removeItem(atPath: modules.path("symlink_inside"))
    try FileManager.default.createSymbolicLink(
      atPath: modules.path("symlink_inside"), withDestinationPath: "libctor_runs.so")
    for name in Self.marks { unlink("/tmp/\(name)") }
  }

  /// The files that the modules leave in /tmp where their code runs.
  private static let marks = ["ctor_ran", "read_file", "interposed"]

  /// What was left by code that has run.
  var traces: [String] {
    Self.marks.filter { FileManager.default.fileExists(atPath: "/tmp/\($0)") }
  }

  func remove() { modules.remove() }
}
