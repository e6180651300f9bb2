internal import Passerelle
internal import PasserelleAnswers
internal import Synchronization

/// The door for clients of 1EdTech CASE 1.1 and 1.0: frameworks as documents, their concepts as items,
/// read only, at `/ims/case/v1p1` and `/ims/case/v1p0`.
public struct CASEDoor: Door {
  /// A word for logs and metrics.
  public let name = "case"
  private let memory = CASEMemory()

  /// Creates the door.
  public init() {}

  /// All is read.
  public func methods(at path: [String]) -> [String] { CASERequest(path) == nil ? [] : ["GET"] }

  /// Answers a request.
  ///
  /// - Parameters:
  ///   - request: The request.
  ///   - library: The state of the library that the answer is made from.
  /// - Returns: The answer.
  /// - Throws: `Problem`; errors of the store.
  public func answer(
    _ request: ServerRequest, from library: LibraryState
  ) throws -> ServerResponse {
    guard let wanted = CASERequest(request.path) else { throw Problem.notFound }
    let provider = CASEProvider(library, wanted.version, memory)
    return try provider.answer(wanted, request)
  }

  /// Tells of a problem as CASE does.
  ///
  /// - Parameters:
  ///   - problem: The problem.
  ///   - request: The request.
  ///   - languages: The words.
  /// - Returns: The response; `nil` if the request was not for this door.
  public func response(
    to problem: Problem, of request: ServerRequest, in languages: Languages
  ) -> ServerResponse? {
    guard request.path.starts(with: ["ims", "case"]) else { return nil }
    return try? .case(JSONText.encode(CASEStatus(problem)), status: problem.status)
  }
}

/// What a path asks for.
struct CASERequest {
  /// The collections of CASE, and what a request for one of their members gives.
  enum Collection: String, CaseIterable {
    case documents = "CFDocuments"
    case packages = "CFPackages"
    case items = "CFItems"
    case itemAssociations = "CFItemAssociations"
    case associations = "CFAssociations"
    case itemTypes = "CFItemTypes"
    case licences = "CFLicenses"
    // A library has none of these; what a package said of them stands in its items and documents.
    case groupings = "CFAssociationGroupings"
    case concepts = "CFConcepts"
    case subjects = "CFSubjects"
    case rubrics = "CFRubrics"
  }

  enum Target {
    case allDocuments
    case member(Collection, String)
    case discovery
  }

  let version: CASEForm.Version
  let target: Target

  /// The file that describes the service, by the name that the specification gives it.
  static func discovery(of version: CASEForm.Version) -> String {
    "imscase\(version.rawValue)_openapi3_v1p0.json"
  }

  /// Reads a path; `nil` if nothing is served there.
  init?(_ path: [String]) {
    guard path.count >= 4, path.starts(with: ["ims", "case"]),
      let version = CASEForm.Version(rawValue: path[2])
    else { return nil }
    self.version = version
    let rest = path[3...].filter { !$0.isEmpty }
    if rest == [Collection.documents.rawValue] {
      target = .allDocuments
    } else if rest == ["discovery", Self.discovery(of: version)] {
      target = .discovery
    } else if rest.count == 2, let collection = Collection(rawValue: rest[0]) {
      target = .member(collection, rest[1])
    } else {
      return nil
    }
  }
}

/// What was made of the last state of the library: which identifiers there are, by which no store is asked.
final class CASEMemory: Sendable {
  private let catalogue = Mutex<(hash: String, value: CASECatalogue)?>(nil)
  private let associations = Mutex<(hash: String, value: CASEAssociations)?>(nil)

  func catalogue(of library: LibraryState) throws -> CASECatalogue {
    if let known = catalogue.withLock({ $0 }), known.hash == library.hash { return known.value }
    let made = try CASECatalogue(library.graph)
    catalogue.withLock { $0 = (library.hash, made) }
    return made
  }

  func associations(of library: LibraryState) throws -> CASEAssociations {
    if let known = associations.withLock({ $0 }), known.hash == library.hash { return known.value }
    let made = try CASEAssociations(library.graph, on: library.today)
    associations.withLock { $0 = (library.hash, made) }
    return made
  }
}

extension ServerResponse {
  /// An object of CASE.
  static func `case`(_ json: String, status: Int = 200) -> ServerResponse {
    ServerResponse(status: status, json, as: "application/json; charset=utf-8")
  }
}
