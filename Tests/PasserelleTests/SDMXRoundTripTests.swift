import Foundation
import Passerelle
import PasserelleModel
import PasserelleStore
import TestSupport
import Testing

/// What is written as code lists reads back as it was, but for what is counted as lost.
struct SDMXRoundTripTests {
  private static let names = ["isced-f-2013", "isco-88", "ie-nqf", "in-nsqf@2013", "in-nsqf@2023"]

  @Test func listsReadBackAsTheyWere() throws {
    let place = try Place()
    defer { place.remove() }
    let library = try place.library()
    let file = place.folder.appending(path: "lists.xml").path
    let names = Self.names.compactMap { FrameworkName($0) }
    let (before, loss) = try library.store.read { graph in
      let export = GraphExport(
        graph, ExportOrder(.sdmx, to: file, mixesLicences: true), on: "2026-11-25")
      let loss = try export.write(names).loss
      return (try Self.facts(of: names, in: graph), loss)
    }
    var alone = place.locations
    alone.frameworks = nil
    alone.data += "/alone"
    let after = try Library(at: alone).rehearsing(SourceFile.files(at: file)) { report, graph in
      #expect(report.diagnostics.filter { $0.severity == .error } == [])
      return try Self.facts(of: names, in: graph)
    }

    #expect(before.count > 700)
    #expect(before.first { !after.contains($0) } == nil)
    #expect(after.first { !before.contains($0) } == nil)
    #expect(before == after)
    #expect(Set(loss.kinds.map(\.kind)).isSuperset(of: ["source", "other name", "country"]))
  }

  /// What a list carries of frameworks, each fact in words.
  private static func facts(
    of names: [FrameworkName], in graph: StoredGraph
  ) throws -> [String] {
    var facts: [String] = []
    for name in names {
      var placed: Set<Identifier> = []
      try graph.statements(of: name) { statement in
        switch statement {
        case .framework(let framework):
          facts.append(
            "\(name) \(framework.kind) \(framework.title.words) \(framework.authority ?? "") "
              + "\(framework.uri ?? "") \(framework.validity.certainFrom?.firstDay.description ?? "")"
          )
        case .concept(let concept):
          facts.append(
            "\(concept.id) \(concept.kind) \(concept.tier ?? "") \(concept.title.words) "
              + "\(concept.alternatives.words) \(concept.uri ?? "")")
        case .link(let link)
        where link.relation == .broader && link.from.framework == link.to.framework:
          if placed.insert(link.from).inserted { facts.append("\(link.from) < \(link.to)") }
        case .note(let note) where note.about.framework == name:
          facts.append("\(note.about): \(note.text.words) \(note.isBackground)")
        default: break
        }
      }
    }
    return facts.sorted()
  }

  private static let list = """
    <?xml version="1.0" encoding="UTF-8"?>
    <mes:Structure xmlns:mes="http://www.sdmx.org/resources/sdmxml/schemas/v2_1/message" \
    xmlns:str="http://www.sdmx.org/resources/sdmxml/schemas/v2_1/structure" \
    xmlns:com="http://www.sdmx.org/resources/sdmxml/schemas/v2_1/common">
    <mes:Header><mes:Prepared>2024-05-06T07:08:09</mes:Prepared></mes:Header><mes:Structures><str:Codelists>
    <str:Codelist id="CL_EDU" agencyID="UIS" version="2.0" validFrom="2011-01-01T00:00:00">
    <com:Annotations><com:Annotation><com:AnnotationType>SCOPE</com:AnnotationType>
    <com:AnnotationText xml:lang="en">a</com:AnnotationText>
    <com:AnnotationText xml:lang="fr">b</com:AnnotationText></com:Annotation></com:Annotations>
    <com:Name xml:lang="en">ISCED levels</com:Name><com:Name xml:lang="fr">Niveaux</com:Name>
    <str:Code id="L5"><com:Name xml:lang="en">Short &lt;cycle&gt; &amp; more</com:Name>
    <com:Description xml:lang="en">Note: two years</com:Description>
    <str:Parent><Ref id="L5T8"/></str:Parent></str:Code>
    <str:Code id="L5T8"><com:Name xml:lang="en">Tertiary</com:Name></str:Code>
    </str:Codelist></str:Codelists></mes:Structures></mes:Structure>
    """

  @Test func aListKeepsItsAgencyIdentifiersAndWords() throws {
    let first = try Conversion(Self.list, named: "list.xml", to: .sdmx)
    let second = try Conversion(first.text, named: "list.xml", to: .sdmx)

    #expect(first.text.contains("<str:Codelist id=\"CL_EDU\" agencyID=\"UIS\" version=\"2.0\""))
    #expect(first.text.contains("<str:Parent><Ref id=\"L5T8\"/></str:Parent>"))
    #expect(first.text.contains("<com:AnnotationType>SCOPE</com:AnnotationType>"))
    #expect(first.text.contains("<mes:Prepared>2024-05-06T00:00:00</mes:Prepared>"))
    #expect(first.text == second.text)
    #expect(first.loss == ["source": 1])
  }

  @Test func aCodeThatSDMXDoesNotAllowIsInAnAnnotation() throws {
    let text = try SmallGraph.ofTwoFrameworks().text(as: .sdmx)

    #expect(text.contains("<str:Code id=\"4$2B\">"))
    #expect(text.contains("<com:AnnotationText xml:lang=\"zxx\">4+</com:AnnotationText>"))
    #expect(text.contains("<str:Codelist id=\"CL_aa-nqf\" agencyID=\"PASSERELLE\" version=\"1.0\""))
  }

  @Test func whatIsNoListIsNotWritten() throws {
    let mappings = """
      passerelle: 1
      mappings: {id: m, title: {en: M}, from: a, to: b}
      """

    #expect(throws: ExportFormatError.self) {
      try Conversion(mappings, named: "m.yaml", to: .sdmx)
    }
  }
}

extension LocalizedText {
  fileprivate var words: String {
    entries.map { "\($0.language) \($0.text)" }.joined(separator: "|")
  }
}
