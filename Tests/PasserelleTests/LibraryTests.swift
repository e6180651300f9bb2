import Passerelle
import PasserelleGraph
import PasserelleModel
import PasserelleStore
import TestSupport
import Testing

/// How the library is made, and how imports and checks treat it, with a few small frameworks.
struct LibraryTests {
  private let place: Place

  init() throws {
    place = try Place(bundling: SmallLibrary.descriptors)
  }

  @Test func isBuiltAtTheFirstCallAndNotAgain() throws {
    defer { place.remove() }
    var built = 0
    _ = try Library(at: place.locations) { _ in built += 1 }
    _ = try Library(at: place.locations) { _ in built += 1 }

    #expect(built == 1)
  }

  @Test func saysWhatAnImportTakesThePlaceOf() throws {
    defer { place.remove() }
    let file = try place.write("norway.yaml", Self.country("lt-nqf", level: "eqf:1"))
    let report = try place.library().checking([file])

    #expect(report.diagnostics.map(\.id) == ["replaces"])
    #expect(report.diagnostics.first?.summary.contains("'lt-nqf' of 'lt-nqf.yaml'") == true)
  }

  @Test func whatOthersLeadToCannotBeTakenAway() throws {
    defer { place.remove() }
    let text = """
      passerelle: 1
      framework: {id: eqf, kind: meta-framework, title: {en: EQF}}
      sources: {act: {title: x}}
      levels: [{code: "6", title: {en: Level 6}}]
      """
    let report = try place.library().importing([place.write("eqf.yaml", text)])

    #expect(report.hasErrors)
    #expect(Set(report.diagnostics.map(\.id)) == ["replaces", "unknown-code"])
  }

  @Test func saysThatAnotherFrameworkHasTheAlias() throws {
    defer { place.remove() }
    let text = Self.country("xx-nqf", level: "eqf:1").replacing(
      "{id:", with: "{aliases: [nfq], id:")
    let report = try place.library().checking([place.write("x.yaml", text)])

    #expect(report.diagnostics.map(\.id) == ["shared-alias"])
  }

  @Test func oneFrameworkDescribedTwiceIsOneMistake() throws {
    defer { place.remove() }
    let files = try ["a.yaml", "b.yaml"].map {
      try place.write($0, Self.country("xx-nqf", level: "eqf:1"))
    }
    let report = try place.library().checking(files)

    #expect(report.diagnostics.map(\.id) == ["duplicate-framework"])
  }

  @Test func anImportWithAnErrorKeepsNothing() throws {
    defer { place.remove() }
    let library = try place.library()
    let before = try library.store.read { try $0.contentHash() }
    let good = try place.write("aa-nqf.yaml", Self.country("aa-nqf", level: "eqf:1"))
    let bad = try place.write("bb-nqf.yaml", Self.country("bb-nqf", level: "eqf:9"))

    let report = try library.importing([good, bad])
    #expect(report.diagnostics.map(\.id) == ["unknown-code"])
    #expect(report.diagnostics.first?.position.file == bad.path)
    #expect(try library.store.read { try $0.contentHash() } == before)
  }

  @Test func whatAUserImportsSurvivesARebuild() throws {
    defer { place.remove() }
    let file = try place.write("aa-nqf.yaml", Self.country("aa-nqf", level: "eqf:1"))
    #expect(try place.library().importing([file]).hasErrors == false)
    try place.library().store.write { try $0.setMeta("library", to: "outdated") }

    let names = try place.library().store.read {
      try $0.frameworks().map(\.name.series)
    }
    #expect(names.contains("aa-nqf"))
    #expect(names.contains("ie-nqf"))
  }

  @Test func whatAUserPutsInThePlaceOfABundledFrameworkStaysThere() throws {
    defer { place.remove() }
    let file = try place.write("mine.yaml", Self.country("lt-nqf", level: "eqf:1"))
    #expect(try place.library().importing([file]).hasErrors == false)
    try place.library().store.write { try $0.setMeta("library", to: "outdated") }

    let lithuania = FrameworkName(series: "lt-nqf")
    let codes = try place.library().store.read { try $0.concepts(of: lithuania) }
      .map(\.id.description)
    #expect(codes == ["lt-nqf:a"])
  }

  @Test func aCheckKeepsNothing() throws {
    defer { place.remove() }
    let library = try place.library()
    let before = try library.store.read { try $0.contentHash() }
    let file = try place.write("aa-nqf.yaml", Self.country("aa-nqf", level: "eqf:1"))

    #expect(try library.checking([file]).diagnostics == [])
    #expect(try library.store.read { try $0.contentHash() } == before)
  }

  @Test func findsWhatOnlyTheWholeShows() throws {
    defer { place.remove() }
    let library = try place.library()
    let text = """
      passerelle: 1
      framework: {id: aa-nqf, kind: qualifications-framework, title: {en: x}}
      sources: {act: {title: x}}
      levels:
        - {code: a, title: {en: A}, referencedTo: {to: eqf:5}}
        - {code: b, title: {en: B}, referencedTo: {to: eqf:3}}
        - {code: b, title: {en: C}}
        - {code: c, title: {en: C}, referencedTo: {to: ie-nqf:3}}
        - {code: d, title: {en: D}, referencedTo: {to: eqff:3}}
      qualifications:
        - {code: q, title: {en: Q}, level: e}
      """
    let report = try library.checking([place.write("aa-nqf.yaml", text)])

    #expect(
      report.diagnostics.map { "\($0.position.line):\($0.position.column) \($0.id)" } == [
        "6:50 level-order", "7:12 duplicate-code", "8:50 not-a-meta-framework",
        "9:50 unknown-framework", "11:38 unknown-code",
      ])
    #expect(report.diagnostics.last?.hint == "it has 'a', 'b', 'c', 'd'")
    #expect(report.diagnostics.dropLast().last?.hint == "did you mean 'eqf'?")
  }

  @Test func anAdapterThatFailsSaysSoAndTheRestWorks() throws {
    let modules = try Modules()
    defer {
      place.remove()
      modules.remove()
    }
    try modules.build(
      "Sad",
      Modules.adapter(
        "Sad",
        read: """
          passerelle_diagnostic d = {sizeof d, PASSERELLE_ERROR, T("too-sad"), T("no good"), T("cheer up"),
            {0, 3, 4}};
          h->report(h->context, &d);
          return 1;
          """))
    try modules.build("Mute", Modules.adapter("Mute", read: "return 1;"))
    let library = try place.library {
      $0.addedAdapters.append(modules.folder.path)
      $0.trustList = try modules.trustAll()
    }
    let file = try place.write("x.yaml", Self.country("aa-nqf", level: "eqf:1"))

    let sad = try library.checking([file], adapter: "Sad")
    #expect(
      sad.diagnostics.map(\.description) == [
        "\(file.path):3:4: error: no good [too-sad]\n  hint: cheer up"
      ])
    let mute = try library.checking([file], adapter: "Mute")
    #expect(mute.diagnostics.map(\.id) == ["adapter-failed"])
    #expect(try library.checking([file], adapter: "Plain").diagnostics == [])
  }

  @Test(arguments: [
    "h->emit(h->context, 0);", "passerelle_statement s = {sizeof s}; h->emit(h->context, &s);",
    "passerelle_statement s = {sizeof s, T(\"concept\")}; h->emit(h->context, &s);",
    "passerelle_statement s = {sizeof s, T(\"link\"), 0, 5}; h->emit(h->context, &s);",
    "passerelle_statement s = {sizeof s, {0, 1ul << 60}}; h->emit(h->context, &s);",
    "passerelle_statement s = {sizeof s, {\"x\", -1}}; h->emit(h->context, &s);",
    "passerelle_field f = {0}; passerelle_statement s = {sizeof s, T(\"link\"), &f, -1}; h->emit(h->context, &s);",
    "passerelle_statement s = {sizeof s, {\"\\xFF\", 1}}; h->emit(h->context, &s);",
    "passerelle_diagnostic d = {2}; h->report(h->context, &d);", "h->report(h->context, 0);",
    "char b[1]; h->read_part(h->context, 99, 0, b, 1); h->read_part(h->context, 0, 1ul << 63, b, 1);",
  ])
  func nothingThatAnAdapterSaysIsTakenOnTrust(read: String) throws {
    let modules = try Modules()
    defer {
      place.remove()
      modules.remove()
    }
    try modules.build("Wild", Modules.adapter("Wild", read: read + " return 1;"))
    let library = try place.library {
      $0.addedAdapters.append(modules.folder.path)
      $0.trustList = try modules.trustAll()
    }
    let file = try place.write("x.yaml", "x")

    let report = try library.checking([file], adapter: "Wild")
    #expect(report.hasErrors)
  }

  private static func country(_ id: String, level: String) -> String {
    """
    passerelle: 1
    framework: {id: \(id), kind: qualifications-framework, title: {en: x}}
    sources: {act: {title: x}}
    levels:
      - {code: a, title: {en: A}, referencedTo: {to: \(level)}}
    """
  }
}
