import Foundation
import Passerelle
import PasserelleModel
import PasserelleStore
import TestSupport
import Testing

/// Code lists, as the two libraries of the field read what we write, and as we read what they write.
@Suite(
  .enabled(if: interopTools != nil, "'make interop' installs the tools that these tests ask"))
struct SDMXInteropTests {
  /// Two lists with a hierarchy and codes that SDMX does not allow, and one of levels.
  private static let names = ["isced-f-2013", "isco-88", "ie-nqf"]

  @Test func bothLibrariesCountWhatIsInOurLists() throws {
    let place = try Place()
    defer { place.remove() }
    let file = place.folder.appending(path: "lists.xml").path
    let ours = try place.library().store.read { graph in
      let names = Self.names.compactMap { FrameworkName($0) }
      _ = try GraphExport(
        graph, ExportOrder(.sdmx, to: file, mixesLicences: true), on: "2026-11-25"
      ).write(names)
      return try names.map { try Self.counts(of: $0, in: graph) }
    }
    // The schemas of SDMX are what pysdmx validates by.
    let theirs = try Self.python(
      """
      import sys, sdmx
      from pysdmx.io import read_sdmx
      validated = {list.id: len(list.items) for list in read_sdmx(sys.argv[1], validate=True).structures}
      for list in sdmx.read_sdmx(sys.argv[1]).codelist.values():
        codes = [*list.items.values()]
        names = sum(len(code.name.localizations) for code in codes)
        parents = sum(isinstance(code.parent, sdmx.model.v21.Code) for code in codes)
        assert validated[list.id] == len(codes)
        print(list.id, len(codes), names, parents)
      """, file)

    #expect(theirs == ours)
  }

  /// The identifier of a list, and how many codes, names and parents it has.
  private static func counts(of name: FrameworkName, in graph: StoredGraph) throws -> String {
    var (codes, names, parents) = (0, 0, Set<Identifier>())
    try graph.statements(of: name) { statement in
      switch statement {
      case .concept(let concept):
        codes += 1
        names += concept.title.entries.count
      case .link(let link) where link.relation == .broader && link.to.framework == name:
        parents.insert(link.from)
      default: break
      }
    }
    return "CL_\(name) \(codes) \(names) \(parents.count)"
  }

  @Test func whatTheLibrariesWriteIsReadWhole() throws {
    let place = try Place()
    defer { place.remove() }
    let folder = place.folder.path
    _ = try Self.python(Self.writing, folder)
    let trade = "office-cl-trade@1.0"

    #expect(
      try place.facts(in: "\(folder)/sdmx1.xml") == [
        "7 en Craft, fr Artisanat", "72 en Metal", "\(trade):72 broader \(trade):7",
      ])
    let both = [
      "\(trade):7 relatedMatch office-cl-old@1.0:G", "\(trade):72 broader \(trade):7",
      "\(trade):72 relatedMatch office-cl-old@1.0:G",
    ]
    #expect(
      try place.facts(in: "\(folder)/pysdmx.xml") == ["7 en Craft", "72 en Metal"] + both)
    // Its JSON names no language.
    #expect(
      try place.facts(in: "\(folder)/pysdmx.json") == ["7 und Craft", "72 und Metal"] + both)
  }

  private static let writing = """
    import sys, sdmx
    from sdmx.model import v21
    trade = v21.Codelist(id="CL_TRADE", name="Occupations", version="1.0", maintainer=v21.Agency(id="OFFICE"))
    craft = v21.Code(id="7", name={"en": "Craft", "fr": "Artisanat"})
    metal = v21.Code(id="72", name={"en": "Metal"})
    trade.extend([craft, metal])
    craft.append_child(metal)
    message = sdmx.message.StructureMessage(codelist={trade.id: trade})
    open(sys.argv[1] + "/sdmx1.xml", "wb").write(sdmx.to_xml(message))

    from pysdmx.model import Code, Codelist, HierarchicalCode, Hierarchy, RepresentationMap, ValueMap
    from pysdmx.io import write_sdmx
    from pysdmx.io.format import Format
    start = "urn:sdmx:org.sdmx.infomodel.codelist."
    kept = dict(agency="OFFICE", version="1.0")
    def code(id, name, codes=()):
      return HierarchicalCode(id=id, name=name, codes=codes, urn=f"{start}Code=OFFICE:CL_TRADE(1.0).{id}")
    structures = [
      Codelist(id="CL_TRADE", name="Occupations", items=[Code(id="7", name="Craft"), Code(id="72", name="Metal")], **kept),
      Hierarchy(id="H", name="All", codes=[code("7", "Craft", [code("72", "Metal")])], **kept),
      RepresentationMap(id="M", name="Map", source=f"{start}Codelist=OFFICE:CL_TRADE(1.0)",
        target=f"{start}Codelist=OFFICE:CL_OLD(1.0)",
        maps=[ValueMap(source="7", target="G"), ValueMap(source="72", target="G")], **kept)]
    write_sdmx(structures, Format.STRUCTURE_SDMX_ML_3_0, sys.argv[1] + "/pysdmx.xml")
    write_sdmx(structures, Format.STRUCTURE_SDMX_JSON_2_0_0, sys.argv[1] + "/pysdmx.json")
    """

  private static func python(_ program: String, _ arguments: String...) throws -> [String] {
    try Program.run(
      "\(try #require(interopTools))/bin/python", ["-W", "ignore", "-c", program] + arguments)
  }
}

extension Place {
  /// The titles of concepts and the links that a file states, read by itself.
  fileprivate func facts(in path: String) throws -> [String] {
    var locations = locations
    locations.frameworks = nil
    locations.data += "/alone"
    return try Library(at: locations).rehearsing(SourceFile.files(at: path)) { report, graph in
      #expect(report.diagnostics.filter { $0.severity == .error } == [])
      var (titles, links): ([String], [String]) = ([], [])
      for name in try graph.publications() {
        try graph.statements(of: name) { statement in
          switch statement {
          case .concept(let concept):
            let title = concept.title.entries.map { "\($0.language) \($0.text)" }
            titles.append(
              "\(concept.id.code?.description ?? "") \(title.joined(separator: ", "))")
          case .link(let link): links.append("\(link.from) \(link.relation.rawValue) \(link.to)")
          default: break
          }
        }
      }
      return titles.sorted() + links.sorted()
    }
  }
}
