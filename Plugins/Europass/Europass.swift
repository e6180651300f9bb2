import PasserelleCredentials
import PasserelleKit

/// Reads what the European Learning Model says of qualifications: the upload to the Qualification
/// Dataset Register in XML, and credentials in JSON-LD or, before version 3, in XML; and the transcripts of
/// EMREX (ELMO).
///
/// A credential says what was to be learned, and what one person did. Only the first is read.
struct Europass: Adapter {
  static let manifest = AdapterManifest(
    id: "Europass", version: "1.0.0",
    summary:
      "qualifications of the European Learning Model (LOQ XML, JSON-LD, EDC XML) and of ELMO (XML)",
    licence: "Apache-2.0", author: "The Passerelle founders",
    dialects: [
      AdapterManifest.Dialect(
        name: "elm-loq-xml", mediaTypes: ["application/xml"], filePatterns: ["*.xml"],
        roots: ["Courses"]),
      AdapterManifest.Dialect(
        name: "elm-jsonld", mediaTypes: ["application/ld+json"],
        filePatterns: ["*.jsonld", "*.json"]),
      AdapterManifest.Dialect(
        name: "elm-jws", mediaTypes: ["application/jose", "application/jwt"],
        filePatterns: ["*.jwt", "*.jws"]),
      AdapterManifest.Dialect(
        name: "edc-xml", mediaTypes: ["application/xml"], filePatterns: ["*.xml"],
        roots: ["europassCredential"]),
      AdapterManifest.Dialect(
        name: "elmo-xml", mediaTypes: ["application/xml"], filePatterns: ["*.xml"], roots: ["elmo"]),
    ])

  /// The forms of the dialects.
  private enum Form {
    case dataset, credential, xmlCredential, transcript

    /// Where the profile of uploads is: the second since version 3.3.
    private static let profiles = [
      "/snb/model/ap/loq-constraints", "/snb/model/application-profile/loq-constraints",
    ]

    /// The form of a file, where it is one of them: by its root, and by what stands near its start.
    ///
    /// The vocabularies of the model have the same addresses in Turtle, which is not read here.
    init?(_ part: SourcePart) {
      let opening = part.opening
      switch opening.rootElement {
      case "Courses" where Self.profiles.contains(where: opening.contains): self = .dataset
      case "elmo" where opening.contains("/emrex-eu/elmo-schemas/"): self = .transcript
      case "europassCredential" where opening.contains("http://data.europa.eu/"):
        self = .xmlCredential
      case nil where CredentialOpening(opening)?.contains(Credential.mark) == true:
        self = .credential
      default: return nil
      }
    }
  }

  func identify(_ source: Source) -> Int {
    guard source.tableSample() == nil else { return 0 }
    return Form(source.main) == nil ? 0 : 95
  }

  func read(_ source: Source, into graph: GraphWriter) throws(Diagnostic) {
    let part = source.main
    var register = try Register(ofFile: part, in: "Europass", into: graph)
    // A signed text that is broken or encrypted does not show what it is.
    let isSigned = CredentialOpening(part.opening)?.isCompact == true
    switch Form(part) ?? (isSigned ? .credential : nil) {
    case .dataset: try Dataset(graph: graph).read(part, in: &register)
    case .credential:
      var credential = Credential(graph: graph)
      try credential.read(part, in: &register)
    case .xmlCredential:
      var credential = XMLCredential(graph: graph)
      try credential.read(part, in: &register)
    case .transcript:
      var transcript = Transcript(graph: graph)
      try transcript.read(part, in: &register)
    case nil:
      throw .error(
        .unknownForm, at: part.position, "this is not a form that the adapter reads",
        hint:
          "it reads LOQ in XML, Europass credentials in JSON-LD and XML, signed or not, and ELMO")
    }
    register.finish()
  }
}

/// The entry point of the module.
@_cdecl("passerelle_adapter_Europass")
public func passerelleAdapterEuropass() -> UnsafeRawPointer { AdapterModule.export(Europass()) }
