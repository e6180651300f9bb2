import Foundation
import Passerelle
import PasserelleModel
import TestSupport
import Testing

/// What validators of others say by our schemas, of what is sound and of what is not.
@Suite(
  .enabled(if: interopTools != nil, "'make interop' installs the tools that these tests ask"))
struct SchemaInteropTests {
  @Test func everyDescriptorOfTheLibraryIsValid() throws {
    let folder = Place.root.appending(path: "Frameworks").path
    let files = try SourceFile.files(at: folder).map(\.path)
    let yaml = files.filter { $0.hasSuffix(".yaml") }
    let xml = files.filter { $0.hasSuffix(".xml") }

    #expect(try Validator.json.invalid(yaml) == [])
    #expect(try Validator.xsd.invalid(xml) == [])
    #expect(yaml.count > 50 && xml.count > 40)
  }

  @Test(arguments: DescriptorFormat.allCases)
  func whatIsExportedIsValid(format: DescriptorFormat) throws {
    let place = try Place()
    defer { place.remove() }
    let folder = place.folder.appending(path: "out").path
    try place.library().store.read { graph in
      // Those of tens of thousands of concepts are written by the same code, and take their time.
      let names = try graph.publications().filter { !$0.series.hasPrefix("isco") }
      _ = try GraphExport(
        graph, ExportOrder(format == .yaml ? .yaml : .xml, to: folder, mixesLicences: true),
        on: "2026-11-26"
      ).write(names)
    }
    let files = try FileManager.default.contentsOfDirectory(atPath: folder)
      .filter { $0.hasSuffix(".\(format.rawValue)") }.map { "\(folder)/\($0)" }
    let validator = format == .yaml ? Validator.json : .xsd

    #expect(files.count > 100)
    #expect(try validator.invalid(files) == [])
  }

  @Test func theSchemasFindTheMistakesThatASchemaCanFind() throws {
    let place = try Place()
    defer { place.remove() }
    let mistakes = MistakenDescriptor.all
    func found(_ validator: Validator, _ ending: String, _ text: (MistakenDescriptor) -> String)
      throws -> [Bool]
    {
      let files = try mistakes.enumerated().map { index, mistake in
        try place.write("\(index).\(ending)", text(mistake)).path
      }
      let invalid = Set(try validator.invalid(files))
      return files.map(invalid.contains)
    }
    let byJSON = try found(.json, "yaml", \.yaml)
    let byXSD = try found(.xsd, "xml", \.xml)
    for (index, mistake) in mistakes.enumerated() {
      #expect(byJSON[index] == mistake.isSeen.json, "JSON Schema: \(mistake.testDescription)")
      #expect(byXSD[index] == mistake.isSeen.xsd, "XSD: \(mistake.testDescription)")
    }
  }
}

/// A validator of somebody else.
private enum Validator {
  /// Python's jsonschema; YAML is read as editors read it, by the core schema of YAML 1.2.
  case json
  /// libxml2's xmllint.
  case xsd

  /// The files that are not valid.
  func invalid(_ files: [String]) throws -> [String] {
    let schemas = Place.root.appending(path: "Schemas").path
    switch self {
    case .json:
      let tools = try #require(interopTools)
      return try Program.run(
        "\(tools)/bin/python",
        ["-c", Self.program, "\(schemas)/descriptor.schema.json"] + files)
    case .xsd:
      let lines = try Program.run(
        "/bin/sh",
        [
          "-c", "xmllint --noout --nonet --schema \"$0\" \"$@\" 2>&1 || true",
          "\(schemas)/descriptor.xsd",
        ]
          + files)
      #expect(
        lines.count { $0.hasSuffix(" validates") || $0.hasSuffix(" fails to validate") }
          == files.count)
      return files.filter { !lines.contains("\($0) validates") }
    }
  }

  private static let program = """
    import json, jsonschema, re, sys, yaml
    class Core(yaml.SafeLoader): pass
    Core.yaml_implicit_resolvers = {}
    for kind, pattern, first in [
        ("bool", "true|false", "tf"), ("int", "[-+]?[0-9]+", "-+0123456789"),
        ("float", r"[-+]?(\\.[0-9]+|[0-9]+(\\.[0-9]*)?)([eE][-+]?[0-9]+)?", "-+.0123456789"),
        ("null", "~|null|", ["~", "n", ""])]:
      Core.add_implicit_resolver(
        "tag:yaml.org,2002:" + kind, re.compile("^(" + pattern + ")$"), list(first))
    schema = json.load(open(sys.argv[1]))
    jsonschema.Draft202012Validator.check_schema(schema)
    validator = jsonschema.Draft202012Validator(schema)
    for path in sys.argv[2:]:
      if not validator.is_valid(yaml.load(open(path), Loader=Core)): print(path)
    """
}
