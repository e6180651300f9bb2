import Foundation
import Passerelle
import PasserelleModel
import TestSupport
import Testing

/// Holds the schemas of descriptors to what is read, and to what is committed.
struct DescriptorSchemaTests {
  @Test(arguments: DescriptorFormat.allCases)
  func theCommittedSchemasAreThoseThatAreMade(format: DescriptorFormat) throws {
    for (name, text) in DescriptorSchema.files(for: format) {
      let file = Place.root.appending(path: "Schemas/\(name)")
      let committed = try String(contentsOf: file, encoding: .utf8)

      #expect(committed == text, "'make schemas' writes \(name) anew")
    }
  }

  @Test(arguments: DescriptorPart.all.map(\.name))
  func theReferenceHasEveryKey(part: String) throws {
    let page = try String(
      contentsOf: Place.root.appending(path: "Documentation/Descriptor.md"), encoding: .utf8)
    let keys = try #require(DescriptorPart.all.first { $0.name == part }).names

    #expect(keys.filter { !page.contains("\($0):") && !page.contains("`\($0)`") } == [])
  }

  @Test func theReferenceOfRelationsIsComplete() {
    let keys = Set(DescriptorPart.relations)
    // A precedent is a decision of an agreement, and no key.
    #expect(Set(Relation.allCases).subtracting(keys) == [.precedent])
  }

  /// One library for all: to build one takes longer than to check a hundred files.
  @Test func checkFindsEachMistakeInBothForms() throws {
    let place = try Place()
    defer { place.remove() }
    let library = try place.library()
    func problems(in text: String, _ name: String) throws -> [String] {
      try library.checking([place.write(name, text)])
        .diagnostics.filter { $0.severity == .error }.map(\.id.rawValue)
    }

    #expect(try problems(in: MistakenDescriptor.soundYAML, "xx.yaml") == [])
    #expect(try problems(in: MistakenDescriptor.soundXML, "xx.xml") == [])
    for mistake in MistakenDescriptor.all {
      #expect(try problems(in: mistake.yaml, "xx.yaml").contains(mistake.id), "\(mistake.yaml)")
      #expect(try problems(in: mistake.xml, "xx.xml").contains(mistake.id), "\(mistake.xml)")
    }
  }
}
