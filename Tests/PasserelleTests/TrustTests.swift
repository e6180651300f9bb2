import Crypto
import Foundation
import Passerelle
import PasserelleModel
import TestSupport
import Testing

/// Which modules run, and which do not run at all.
struct TrustTests {
  @Test func aModuleThatIsNotTrustedIsNotRunAndSaysHowToTrustIt() throws {
    let modules = try Modules()
    defer { modules.remove() }
    try modules.build("Loud", modules.loud("Loud"))
    let (adapters, failures) = AdapterLoader(modules.locations(isolation: .inProcess)).all()

    #expect(adapters.isEmpty)
    #expect(failures.count == 1)
    #expect(
      failures.first?.description.contains("'passerelle adapters trust \(modules.path("Loud"))'")
        == true)
    #expect(!modules.hasRun)
  }

  /// What nobody has trusted takes no memory and no time, however large it is.
  @Test(arguments: [(200, "is not trusted"), (257, "is larger than 256 MiB")])
  func whatIsNotTrustedIsNotCopied(mebibytes: Int, words: String) throws {
    let modules = try Modules()
    defer { modules.remove() }
    try modules.build("Large", Modules.adapter("Large"))
    // The file is larger, and takes no more room.
    try #require(truncate(modules.path("Large"), off_t(mebibytes) << 20) == 0)
    let before = memory()
    let failures = AdapterLoader(modules.locations()).all().failures

    #expect(failures.first?.description.contains(words) == true)
    #expect(memory() - before < 100 << 10)
  }

  /// The most memory that this process had, in KiB.
  private func memory() -> Int {
    var usage = rusage()
    getrusage(__rusage_who_t(RUSAGE_SELF.rawValue), &usage)
    return usage.ru_maxrss
  }

  @Test func aTrustedModuleRunsUntilItsFileChanges() throws {
    let modules = try Modules()
    defer { modules.remove() }
    try modules.build("Loud", modules.loud("Loud"))
    #expect(try modules.loader(isolation: .inProcess).all().adapters.map(\.manifest.id) == ["Loud"])
    #expect(modules.hasRun)
    try modules.forget()
    var bytes = try Data(contentsOf: URL(filePath: modules.path("Loud")))
    bytes[bytes.count / 2] ^= 1
    try bytes.write(to: URL(filePath: modules.path("Loud")))

    let (adapters, failures) = AdapterLoader(modules.locations(isolation: .inProcess)).all()
    #expect(adapters.isEmpty)
    #expect(failures.first?.description.contains("is not the file that was trusted") == true)
    #expect(!modules.hasRun)
  }

  @Test func ofTwoVersionsOnlyTheOneThatWasTrustedLastRuns() throws {
    let modules = try Modules()
    defer { modules.remove() }
    var list = try TrustList(at: modules.locations().trustList)
    list.trust(
      TrustList.Entry(hash: String(repeating: "a", count: 64), name: "Norway", version: "2"))
    list.trust(
      TrustList.Entry(hash: String(repeating: "b", count: 64), name: "norway", version: "1"))

    #expect(list.entries.map(\.version) == ["1"])
  }

  @Test(arguments: ["\n", "\r", "\r\n"])
  func whatAModuleCallsItsVersionIsNoLineOfTheList(end: String) throws {
    let modules = try Modules()
    defer { modules.remove() }
    let hashes = ["a", "b"].map { String(repeating: $0, count: 64) }
    var list = try TrustList(at: modules.locations().trustList)
    list.trust(
      TrustList.Entry(hash: hashes[0], name: "One", version: "1\(end)\(hashes[1]) Two 2\(end)"))
    try list.save()

    #expect(try TrustList(at: list.path).entries == list.entries)
    #expect(list.entries.map(\.hash) == [hashes[0]])
  }

  @Test func aListThatWasSavedOnWindowsIsRead() throws {
    let modules = try Modules()
    defer { modules.remove() }
    let path = modules.locations().trustList
    let hashes = ["a", "b"].map { String(repeating: $0, count: 64) }
    try Data("# x\r\n\(hashes[0]) One 1\r\n\(hashes[1]) Two 2\r\n".utf8).write(
      to: URL(filePath: path))

    #expect(try TrustList(at: path).entries.map(\.hash) == hashes)
    #expect(try TrustList(at: path).entries.map(\.version) == ["1", "2"])
  }

  @Test func aModuleThatIsNotTrustedTakesNoNameAway() throws {
    let modules = try Modules()
    defer { modules.remove() }
    try modules.build("Plain", modules.loud("Plain"))
    var locations = Place.bundledOnly
    locations.addedAdapters = [modules.folder.path]
    let adapter = try AdapterLoader(locations).adapter(named: "Plain")

    #expect(adapter.path == AdapterLoaderTests.built + "/libPlain.so")
  }

  /// Modes of a folder, and whether a module in it may run.
  @Test(arguments: [
    (0o755, true), (0o700, true), (0o775, false), (0o777, false), (0o1777, true), (0o757, false),
  ])
  func aFolderThatOthersCanWriteToIsNamed(mode: Int, isSafe: Bool) throws {
    let modules = try Modules()
    defer { modules.remove() }
    try modules.build("Good", Modules.adapter("Good"))
    let loader = try modules.loader()
    try #require(chmod(modules.folder.path, mode_t(mode)) == 0)
    // Sticky helps where the folder is the administrator's.
    let isExpected = mode == 0o1777 ? geteuid() == 0 : isSafe

    let (adapters, failures) = loader.all()
    #expect(adapters.isEmpty == !isExpected)
    if !isExpected {
      let message = failures.first?.description ?? ""
      #expect(message.contains("'\(modules.folder.path)' (mode \(String(mode, radix: 8)))"))
    }
  }

  @Test(arguments: [(0o644, true), (0o600, true), (0o664, false), (0o646, false), (0o777, false)])
  func aModuleThatOthersCanWriteToIsNamed(mode: Int, isSafe: Bool) throws {
    let modules = try Modules()
    defer { modules.remove() }
    try modules.build("Good", Modules.adapter("Good"))
    let loader = try modules.loader()
    try #require(chmod(modules.path("Good"), mode_t(mode)) == 0)

    #expect(loader.all().adapters.isEmpty == !isSafe)
  }

  @Test(.enabled(if: geteuid() == 0, "only the administrator can give files away"))
  func aModuleOfAnotherUserIsNotRun() throws {
    let modules = try Modules()
    defer { modules.remove() }
    try modules.build("Good", Modules.adapter("Good"))
    let loader = try modules.loader()
    try #require(chown(modules.path("Good"), 65_534, 65_534) == 0)

    #expect(loader.all().failures.first?.description.contains("belongs to user 65534") == true)
  }

  @Test func aListThatOthersCanWriteToTrustsNothing() throws {
    let modules = try Modules()
    defer { modules.remove() }
    try modules.build("Good", Modules.adapter("Good"))
    let loader = try modules.loader()
    try #require(chmod(modules.locations().trustList, 0o666) == 0)

    let (adapters, failures) = loader.all()
    #expect(adapters.isEmpty)
    #expect(failures.first?.description.contains("the list of trusted adapters") == true)
  }

  @Test func aLinkMayLeadToAModuleOfTheFolderAndNotOutOfIt() throws {
    let (modules, elsewhere) = (try Modules(), try Modules())
    defer {
      modules.remove()
      elsewhere.remove()
    }
    try modules.build("Good", Modules.adapter("Good"))
    try elsewhere.build("Out", Modules.adapter("Out"))
    try FileManager.default.moveItem(
      atPath: modules.path("Good"), toPath: modules.folder.path + "/good-1.0")
    for (name, target) in [
      ("Good", "good-1.0"), ("Out", elsewhere.path("Out")), ("Loop", "libLoop.so"),
    ] {
      try FileManager.default.createSymbolicLink(
        atPath: modules.path(name), withDestinationPath: target)
    }
    try modules.trust(["Good": modules.folder.path + "/good-1.0", "Out": elsewhere.path("Out")])

    let (adapters, failures) = AdapterLoader(modules.locations()).all()
    #expect(adapters.map(\.manifest.id) == ["Good"])
    #expect(
      failures.map { $0.description.contains("leads out of its folder") }.sorted { !$0 && $1 } == [
        false, true,
      ])
  }

  /// What a module must not ask for.
  @Test(arguments: [
    ("-Wl,-z,execstack", "an executable stack"),
    ("-Wl,-rpath,/tmp/of-anyone", "libraries from '/tmp/of-anyone'"),
    ("-Wl,-rpath,relative", "libraries from 'relative'"),
  ])
  func aModuleThatAsksForTooMuchIsNotRun(option: String, what: String) throws {
    let modules = try Modules()
    defer { modules.remove() }
    try modules.build("Loud", modules.loud("Loud"), options: [option])
    let (adapters, failures) = try modules.loader(isolation: .inProcess).all()

    #expect(adapters.isEmpty)
    #expect(failures.first?.description.contains("it asks for \(what)") == true)
    #expect(!modules.hasRun)
  }

  @Test func aModuleThatIsCutShortAnywhereIsRefused() throws {
    let modules = try Modules()
    defer { modules.remove() }
    try modules.build("Good", Modules.adapter("Good"))
    let whole = try Data(contentsOf: URL(filePath: modules.path("Good")))
    for part in 0..<64 {
      try whole.prefix(whole.count * part / 64).write(to: URL(filePath: modules.path("Good")))
      #expect(try modules.loader().all().adapters.isEmpty, "\(part)/64")
    }
  }

  @Test func aModuleThatIsSwappedWhileItIsLoadedDoesNotRun() async throws {
    let modules = try Modules()
    defer { modules.remove() }
    try modules.build("Good", Modules.adapter("Good"))
    let loader = try modules.loader()
    let path = modules.path("Good")
    let good = try Data(contentsOf: URL(filePath: path))
    try modules.build("Good", Modules.adapter("Good", identify: "/* not this one */ return 7;"))
    let other = try Data(contentsOf: URL(filePath: path))
    let swapping = Task.detached {
      while !Task.isCancelled {
        // In place, and by another file of the name.
        try? good.write(to: URL(filePath: path))
        try? other.write(to: URL(filePath: path), options: .atomic)
        await Task.yield()
      }
    }
    let source = Source(parts: [SourcePart(name: "x", text: "x")])
    for _ in 0..<100 {
      for adapter in loader.all().adapters {
        #expect(adapter.sureness(of: source) == 100)
      }
    }
    swapping.cancel()
    await swapping.value
  }

  @Test func theModulesOfTheProgramAreThoseThatWerePinned() throws {
    let modules = try Modules()
    defer { modules.remove() }
    try modules.build("Pinned", Modules.adapter("Pinned"))
    try modules.build("Added", modules.loud("Added"))
    try modules.build("Changed", modules.loud("Changed"))
    try modules.pin(["Pinned", "Changed"])
    try modules.build("Changed", modules.loud("Changed") + "\nint more = 1;")
    var locations = modules.locations(isolation: .inProcess)
    (locations.bundledAdapters, locations.addedAdapters) = ([modules.folder.path], [])

    let (adapters, failures) = AdapterLoader(locations).all()
    #expect(adapters.map(\.manifest.id) == ["Pinned"])
    #expect(failures.count == 2)
    #expect(failures.contains { $0.description.contains("libAdded.so is not in") })
    #expect(failures.contains { $0.description.contains("libChanged.so is not the file") })
    #expect(!modules.hasRun)
    #expect(AdapterLoader(locations).isPinned(modules.folder.path))
  }

  @Test func trustIsGivenListedAndTakenAway() throws {
    let scene = try Scene(reading: "return 0;")
    defer { scene.remove() }
    let module = scene.modules.path("Wild")
    #expect(try scene.run("adapters", "untrust", module).status == 0)
    #expect(try scene.run("check", scene.file.path, "--adapter", "Wild").status == 3)

    let trusted = try scene.run("adapters", "trust", module)
    #expect(trusted.status == 0)
    let words = String(decoding: trusted.output, as: UTF8.self)
    let hash = try scene.modules.hash("Wild")
    for fact in ["trusted Wild 1.0", hash, "passerelle_adapter_Wild", "an adapter in C"] {
      #expect(words.contains(fact), "\(fact)")
    }
    #expect(try scene.run("check", scene.file.path, "--adapter", "Wild").status == 0)
    let listed = try scene.run("adapters", "list", "--trusted", "--format", "csv")
    #expect(String(decoding: listed.output, as: UTF8.self).contains("Wild,1.0,\(hash),\(module)"))
    #expect(try scene.run("adapters", "untrust", "wild").status == 0)
    #expect(try scene.run("adapters", "untrust", "Wild").status == 2)
  }

  @Test func whatCrashesWhenItIsLookedAtIsNotTrusted() throws {
    let scene = try Scene(
      reading: "return 0;",
      beside: "__attribute__((constructor)) static void fall(void) { abort(); }")
    defer { scene.remove() }
    _ = try scene.run("adapters", "untrust", "Wild")
    let trusted = try scene.run("adapters", "trust", scene.modules.path("Wild"))

    #expect(trusted.status == 3)
    #expect(trusted.errors.contains("libWild.so crashed (SIGABRT"))
    #expect(try scene.run("adapters", "list", "--trusted").errors.contains("no adapter is trusted"))
  }
}

extension Modules {
  func path(_ name: String) -> String { folder.appending(path: "lib\(name).so").path }

  /// An adapter that leaves a file when any of its code runs.
  func loud(_ name: String) -> String {
    """
    #include <fcntl.h>
    __attribute__((constructor)) static void run(void) { open("\(canary)", O_CREAT, 0600); }
    \(Modules.adapter(name))
    """
  }

  private var canary: String { folder.appending(path: "canary").path }
  var hasRun: Bool { FileManager.default.fileExists(atPath: canary) }
  func forget() throws { try FileManager.default.removeItem(atPath: canary) }

  func hash(_ name: String) throws -> String {
    try SHA256.hash(data: Data(contentsOf: URL(filePath: path(name))))
      .map { String(format: "%02x", $0) }.joined()
  }

  /// Trusts the content of files under names.
  func trust(_ files: [String: String]) throws {
    var list = try TrustList(at: locations().trustList)
    for (name, file) in files {
      let hash = try SHA256.hash(data: Data(contentsOf: URL(filePath: file)))
        .map { String(format: "%02x", $0) }.joined()
      list.trust(TrustList.Entry(hash: hash, name: name, version: "1"))
    }
    try list.save()
  }

  /// Writes the list that a build writes.
  func pin(_ names: [String]) throws {
    let lines = try names.map { "\(try hash($0))  lib\($0).so\n" }
    try Data(lines.joined().utf8).write(to: folder.appending(path: "adapters.sha256"))
  }
}
