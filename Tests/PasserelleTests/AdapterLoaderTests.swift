import Foundation
import Passerelle
import PasserelleModel
import TestSupport
import Testing

struct AdapterLoaderTests {
  @Test(arguments: try SourceTree.modules(in: "Plugins"))
  func loadsEveryBundledAdapter(name: String) throws {
    let adapter = try AdapterLoader(Place.bundledOnly).adapter(named: name)

    #expect(adapter.manifest.id == name)
    #expect(adapter.manifest.dialects.isEmpty == false)
    #expect(adapter.abi == 1)
  }

  @Test func caseDoesNotMatterInTheNameOfAnAdapter() throws {
    #expect(try AdapterLoader(Place.bundledOnly).adapter(named: "plain").manifest.id == "Plain")
  }

  @Test func anUnknownNameIsAnsweredWithThoseThatAreNear() {
    let error = failure { () throws(AdapterLoadError) in
      _ = try AdapterLoader(Place.bundledOnly).adapter(named: "Plane")
    }
    #expect(error?.description.contains("did you mean 'Plain'?") == true)
    #expect(error?.description.contains(Self.built) == true)
  }

  @Test func loadsAnAdapterThatIsWrittenInC() throws {
    let modules = try Modules()
    defer { modules.remove() }
    try modules.build("InC", Modules.adapter("InC"))

    let adapter = try modules.loader().adapter(named: "InC")
    #expect(adapter.manifest.summary == "an adapter in C")
  }

  @Test func anAdapterFromBeforeAFieldWasAddedIsLoaded() throws {
    let modules = try Modules()
    defer { modules.remove() }
    let text = Modules.adapter("Older")
      .replacing("sizeof adapter", with: "offsetof(passerelle_adapter, reads_together)")
    try modules.build("Older", text)
    try modules.build(
      "Newer",
      Modules.adapter("Newer").replacing(
        "identify, read_source}", with: "identify, read_source, 1}"))

    let loader = try modules.loader()
    #expect(try loader.adapter(named: "Older").manifest.readsTogether == false)
    #expect(try loader.adapter(named: "Newer").manifest.readsTogether)
  }

  @Test func everyFailureHasItsOwnMessageAndHidesNothing() throws {
    let modules = try Modules()
    defer { modules.remove() }
    try modules.build("Good", Modules.adapter("Good"))
    try modules.build("Stranger", "int something_else(void) { return 6; }")
    try modules.build("Newer", Modules.adapter("Newer", abi: "7"))
    try modules.build("Magic", Modules.adapter("Magic", magic: "1"))
    try modules.build("Liar", Modules.adapter("Liar", calling: "Other"))
    try modules.build("Nothing", "const void *passerelle_adapter_Nothing(void) { return 0; }")
    try modules.build(
      "Needy",
      Modules.adapter("Needy", read: "extern int nobody_has_this(void); return nobody_has_this();"))
    for (name, bytes) in [
      ("Text", Data("not a module".utf8)), ("Empty", Data()),
      ("Short", try Data(contentsOf: modules.folder.appending(path: "libGood.so")).prefix(4_096)),
    ] {
      try bytes.write(to: modules.folder.appending(path: "lib\(name).so"))
    }
    let pipe = modules.folder.appending(path: "libPipe.so").path
    try #require(mkfifo(pipe, 0o600) == 0)

    let (adapters, failures) = try modules.loader().all()
    #expect(adapters.map(\.manifest.id) == ["Good"])
    let expected = [
      "Empty": "not an ELF file", "Liar": "calls itself 'Other'", "Magic": "magic number",
      "Needy": "nobody_has_this", "Newer": "version 7", "Nothing": "returns nothing",
      "Pipe": "not a regular file", "Short": "truncated", "Stranger": "it does not export",
      "Text": "not an ELF file",
    ]
    #expect(failures.count == expected.count)
    for (name, words) in expected {
      let message = failures.first { $0.path.hasSuffix("lib\(name).so") }?.description
      #expect(message?.contains(words) == true, "\(name): \(message ?? "no failure")")
    }
  }

  @Test func theFirstFolderComesFirst() throws {
    let (one, other) = (try Modules(), try Modules())
    defer {
      one.remove()
      other.remove()
    }
    try one.build("Twice", Modules.adapter("Twice"))
    try other.build("Twice", Modules.adapter("Twice"))

    let candidates = AdapterLoader(
      Locations(
        data: one.folder.path, addedAdapters: [one.folder.path, other.folder.path],
        bundledAdapters: [],
        frameworks: nil, isolation: Place.isolation)
    ).candidates()
    #expect(candidates.map { $0.isOvershadowedBy == nil } == [true, false])
    #expect(candidates.last?.isOvershadowedBy == candidates.first?.path)
  }

  @Test func lookingForAdaptersLoadsNone() throws {
    let modules = try Modules()
    defer { modules.remove() }
    let canary = modules.folder.appending(path: "canary")
    try modules.build(
      "Loud",
      """
      #include <fcntl.h>
      __attribute__((constructor)) static void run(void) { open("\(canary.path)", O_CREAT, 0600); }
      \(Modules.adapter("Loud"))
      """)

    #expect(try modules.loader().candidates().count == 1)
    #expect(!FileManager.default.fileExists(atPath: canary.path))
  }

  /// The folder that the build leaves the modules in: the one of the tests themselves.
  static let built = URL(filePath: CommandLine.arguments[0]).deletingLastPathComponent().path

  private func failure(
    _ step: () throws(AdapterLoadError) -> Void
  ) -> AdapterLoadError? {
    do throws(AdapterLoadError) {
      try step()
      return nil
    } catch {
      return error
    }
  }
}
