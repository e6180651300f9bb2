internal import CSandbox
internal import Foundation

/// Where things are on this machine.
package struct Locations: Sendable {
  /// The folder of the user's store and adapters.
  package var data: String
  /// Whether no folder of the user's is known, so that `data` is a temporary one.
  package var isHomeless = false
  /// The file of the store that is asked, where a person or the environment has named one.
  package var namedStore: String?
  /// The snapshot of the frameworks that come with the program, where one is installed.
  package var snapshot: String?
  /// The folders that a user adds adapters in, which come first.
  package var addedAdapters: [String]
  /// The folders of the adapters that come with the program.
  package var bundledAdapters: [String]
  /// The folder of the frameworks that come with the program, where there is one.
  package var frameworks: String?
  /// The folder of the maps that come with the program, where there is one.
  package var maps: String?
  /// The folder of the messages of statements, a file a language.
  package var languages: String?
  /// The folder of what new things are made of.
  package var templates: String?
  /// The checkout that the program was built in, where it stands in one.
  package var checkout: String?
  /// The folder of the schemas of what is read and answered.
  package var schemas: String?
  /// The file that lists the adapters that a user trusts.
  package var trustList: String
  /// Where adapters run.
  package var isolation: Isolation
  /// How much a worker may take.
  package var limits = WorkerLimits()

  /// Where adapters run.
  package enum Isolation: Hashable, Sendable {
    /// In processes of this executable, which is the worker's.
    case worker(executable: String)
    /// In this process, with all its rights.
    case inProcess
  }

  package init(
    data: String, addedAdapters: [String] = [], bundledAdapters: [String], frameworks: String?,
    languages: String? = nil, templates: String? = nil, checkout: String? = nil,
    trustList: String? = nil, isolation: Isolation
  ) {
    self.data = data
    self.addedAdapters = addedAdapters
    self.bundledAdapters = bundledAdapters
    self.frameworks = frameworks
    self.languages = languages
    self.templates = templates
    self.checkout = checkout
    self.trustList = trustList ?? data + "/trusted-adapters"
    self.isolation = isolation
  }

  /// The folders that adapters are looked for in, first to last.
  package var adapters: [String] { addedAdapters + bundledAdapters + [data + "/adapters"] }

  /// The file of the user's own store.
  package var store: String { data + "/graph.db" }

  /// The file that answers those who only read: what is named, the user's own store if there is one, or the
  /// installed snapshot.
  package var readableStore: String {
    namedStore ?? (access(store, F_OK) == 0 && !isHomeless ? store : snapshot ?? store)
  }

  /// The places that the environment and the place of the program lead to.
  ///
  /// `PASSERELLE_DATA`, `PASSERELLE_STORE`, `PASSERELLE_ADAPTER_PATH` (folders separated by colons),
  /// `PASSERELLE_TRUSTED_ADAPTERS` and `PASSERELLE_FRAMEWORKS` come first; then what is installed
  /// near the program.
  ///
  /// - Parameters:
  ///   - program: The file of the program, without symbolic links; this process is it if `nil`.
  ///   - data: The folder of the user's store and adapters; otherwise the environment decides.
  ///   - environment: The environment of this process.
  /// - Returns: The places.
  package static func standard(
    program: String? = nil, data: String? = nil,
    environment: [String: String] = ProcessInfo.processInfo.environment
  ) -> Locations {
    let executable = parent(of: program ?? ownPath())
    let own =
      data ?? environment["PASSERELLE_DATA"].nonEmpty
      ?? environment["XDG_DATA_HOME"].absolute.map { $0 + "/passerelle" }
      ?? environment["HOME"].absolute.map { $0 + "/.local/share/passerelle" }
    let temporary = environment["TMPDIR"].nonEmpty ?? "/tmp"
    let named = (environment["PASSERELLE_ADAPTER_PATH"] ?? "").split(separator: ":").map(
      String.init)
    var locations = Locations(
      data: own ?? "\(temporary)/passerelle-\(geteuid())",
      addedAdapters: named.map(standardized),
      bundledAdapters: [executable, parent(of: executable) + "/lib/passerelle/adapters"],
      frameworks: environment["PASSERELLE_FRAMEWORKS"].nonEmpty
        ?? folder("Frameworks", with: "eqf.yaml", near: executable),
      languages: environment["PASSERELLE_LANGUAGES"].nonEmpty
        ?? folder("Languages", with: "en.json", near: executable),
      templates: environment["PASSERELLE_TEMPLATES"].nonEmpty
        ?? folder("Templates", with: "Adapter", near: executable),
      checkout: above(executable).first { access("\($0)/\(PackageReference.landmark)", R_OK) == 0 },
      trustList: environment["PASSERELLE_TRUSTED_ADAPTERS"].nonEmpty,
      isolation: .worker(executable: worker(in: executable)))
    locations.schemas = folder("Schemas", with: "answers", near: executable)
    locations.maps =
      environment["PASSERELLE_MAPS"].nonEmpty
      ?? folder("Maps", with: "Classifications", near: executable)
    locations.isHomeless = own == nil
    locations.namedStore = environment["PASSERELLE_STORE"].nonEmpty
    if environment["PASSERELLE_FRAMEWORKS"].nonEmpty == nil {
      let snapshot = parent(of: executable) + "/share/passerelle/store.db"
      locations.snapshot = access(snapshot, R_OK) == 0 ? snapshot : nil
    }
    return locations
  }

  /// The program that adapters run in: it is beside the one that answers, or where a package has it, who
  /// offers no program to its users that is of no use to them.
  private static func worker(in folder: String) -> String {
    let beside = folder + "/passerelle-worker"
    let installed = parent(of: folder) + "/lib/passerelle/passerelle-worker"
    return access(beside, X_OK) != 0 && access(installed, X_OK) == 0 ? installed : beside
  }

  /// The worker beside this process's own program.
  static var ownWorker: String { worker(in: parent(of: ownPath())) }

  private static let ownExecutable = "/proc/self/exe"

  private static func ownPath() -> String {
    var buffer = [CChar](repeating: 0, count: Int(PATH_MAX) + 1)
    let count = readlink(ownExecutable, &buffer, buffer.count - 1)
    guard count <= 0 else {
      return String(decoding: buffer.prefix(count).map(UInt8.init(bitPattern:)), as: UTF8.self)
    }
    let path = csandbox_own_path()
    guard let whole = realpath(path, nil) else { return path.map { String(cString: $0) } ?? "" }
    defer { free(whole) }
    return String(cString: whole)
  }

  /// The folder that a path is in.
  ///
  /// Every call of the program needs this a few times, and a URL takes longer to make.
  private static func parent(of path: String) -> String {
    guard let slash = path.utf8.lastIndex(of: UInt8(ascii: "/")) else { return "." }
    return slash == path.startIndex ? "/" : String(path[..<slash])
  }

  /// Installed, a folder of data is in `../share`; in a checkout, some folders above `.build`.
  private static func folder(
    _ name: String, with file: String, near executable: String
  ) -> String? {
    let installed = "\(parent(of: executable))/share/passerelle/\(name)"
    let above = above(executable).map { "\($0)/\(name)" }
    return ([installed] + above).first { access("\($0)/\(file)", R_OK) == 0 }
  }

  /// A folder and those that it is in, up to the top of a checkout that was built in it.
  private static func above(_ folder: String) -> [String] {
    Array(sequence(first: folder) { parent(of: $0) }.prefix(6))
  }

  private static func standardized(_ path: String) -> String {
    URL(filePath: path).standardizedFileURL.path
  }
}

extension String? {
  fileprivate var nonEmpty: String? { self.flatMap { $0.isEmpty ? nil : $0 } }
  /// The path of a folder; one that depends on where the program was called is none, as XDG has it.
  fileprivate var absolute: String? { self.flatMap { $0.hasPrefix("/") ? $0 : nil } }
}
