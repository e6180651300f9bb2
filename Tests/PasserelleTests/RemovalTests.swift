import Passerelle
import PasserelleModel
import PasserelleStore
import TestSupport
import Testing

/// What was imported can be taken out again, and nothing else.
struct RemovalTests {
  private let place: Place
  private let library: Library

  init() throws {
    place = try Place()
    library = try place.library()
  }

  @Test func leavesTheStoreAsItWas() throws {
    defer { place.remove() }
    let before = try library.store.read { try $0.contentHash() }
    _ = try library.importing([place.write("xx.yaml", Self.framework("xx-nqf"))])
    try remove("xx-nqf")

    #expect(try library.store.read { try $0.contentHash() } == before)
  }

  @Test func bringsBackWhatTheImportStoodInThePlaceOf() throws {
    defer { place.remove() }
    let bundled = try #require(try title(of: "jp-none", in: library))
    let own = Self.framework("jp-none").replacing("title: {en: X}", with: "title: {en: Mine}")
    _ = try library.importing([place.write("jp.yaml", own)])
    #expect(try title(of: "jp-none", in: library) == "Mine")
    try remove("jp-none")

    #expect(bundled != "Mine")
    #expect(try title(of: "jp-none", in: place.library()) == bundled)
  }

  @Test func whatComesWithTheProgramStays() throws {
    defer { place.remove() }
    #expect(throws: RemovalError.self) { try remove("eqf") }
    #expect(try title(of: "eqf", in: library) != nil)
  }

  @Test func whatAnotherImportLeadsToStays() throws {
    defer { place.remove() }
    let mappings = """
      passerelle: 1
      mappings: {id: xx-yy, title: {en: M}, source: act}
      sources: {act: {title: x}}
      links: [{from: "xx-nqf:a", relation: closeMatch, to: "ie-nqf:3"}]
      """
    _ = try library.importing([
      place.write("xx.yaml", Self.framework("xx-nqf")), place.write("xy.yaml", mappings),
    ])

    #expect(throws: RemovalError.self) { try remove("xx-nqf") }
    try remove("xx-yy")
    try remove("xx-nqf")
    #expect(try title(of: "xx-nqf", in: library) == nil)
  }

  @Test func aNameThatIsNearIsSuggested() throws {
    defer { place.remove() }
    _ = try library.importing([place.write("xx.yaml", Self.framework("xx-nqf"))])

    let error = #expect(throws: RemovalError.self) { try remove("xx-nqff") }
    #expect(error?.description.hasSuffix("did you mean 'xx-nqf'?") == true)
  }

  @Test func theVersionsThatWereImportedAreNamed() throws {
    defer { place.remove() }
    let version = Self.framework("xx-nqf").replacing(
      "id: xx-nqf", with: "id: xx-nqf, version: {label: \"2019\"}")
    _ = try library.importing([place.write("xx.yaml", version)])

    let error = #expect(throws: RemovalError.self) { try remove("xx-nqf") }
    #expect(error?.description == "nothing was imported as 'xx-nqf', but 'xx-nqf@2019' was")
  }

  private func remove(_ name: String) throws {
    let name = try #require(FrameworkName(name))
    try library.store.write { try $0.remove(name) }
  }

  private func title(of name: String, in library: Library) throws -> String? {
    let name = try #require(FrameworkName(name))
    return try library.store.read { try $0.framework(name)?.title.preferred }
  }

  private static func framework(_ id: String) -> String {
    """
    passerelle: 1
    framework: {id: \(id), kind: qualifications-framework, title: {en: X}, source: act}
    sources: {act: {title: x}}
    levels: [{code: a, title: {en: A}}]

    """
  }
}
