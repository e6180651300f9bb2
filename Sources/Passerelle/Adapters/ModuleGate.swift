internal import CSandbox
internal import Foundation

/// Decides which modules may run, before any of their code does.
///
/// A module that came with the program must be one of those that the build has pinned. Any other must
/// be the user's alone to change, ask for nothing but the system's libraries, and be trusted by its hash.
struct ModuleGate {
  private let locations: Locations
  private var trust: Result<TrustList, TrustListError>?
  private var pins: [String: PinnedModules?] = [:]
  private var memory: HashMemory?

  init(_ locations: Locations) {
    self.locations = locations
  }

  /// Opens the module of a candidate.
  ///
  /// - Throws: Why it may not run.
  mutating func open(_ candidate: AdapterLoader.Candidate) throws(AdapterLoadError)
    -> AdapterModuleFile
  {
    let isBundled = locations.bundledAdapters.contains(candidate.folder)
    do throws(AdapterLoadError.Reason) {
      guard Self.hasProc else { throw .noProc }
      let opened = try Self.opened(candidate.file, in: candidate.folder)
      let file =
        isBundled
        ? try pinned(opened, candidate) : try trusted(opened, candidate)
      return AdapterModuleFile(
        name: candidate.name, path: candidate.path, isBundled: isBundled, file: file)
    } catch {
      throw AdapterLoadError(path: candidate.path, reason: error)
    }
  }

  /// Opens a module that is to be trusted, and says what its hash is.
  static func copy(
    ofModuleAt path: String
  ) throws(AdapterLoadError) -> (module: AdapterModuleFile, hash: String) {
    let place = URL(filePath: path).standardizedFileURL
    let (folder, file) = (place.deletingLastPathComponent().path, place.lastPathComponent)
    let name = String(file.dropFirst(3).dropLast(3))
    guard file == "lib\(name).so", AdapterLoader.isName(name) else {
      throw AdapterLoadError(
        path: path, reason: .notAModule("a module is named lib<Name>.so"))
    }
    do throws(AdapterLoadError.Reason) {
      let (copy, hash) = try checkedCopy(of: opened(file, in: folder), name: name, in: folder)
      return (
        AdapterModuleFile(name: name, path: place.path, isBundled: false, file: copy), hash
      )
    } catch {
      throw AdapterLoadError(path: path, reason: error)
    }
  }

  /// Keeps what was found out.
  func close() {
    memory?.save()
  }

  private typealias Opened = (file: OpenFile, status: stat)

  private static func opened(
    _ file: String, in folder: String
  ) throws(AdapterLoadError.Reason) -> Opened {
    let directory = Foundation.open(folder, O_RDONLY | O_DIRECTORY | O_CLOEXEC)
    guard directory >= 0 else { throw AdapterLoadError.unreadable(errno) }
    defer { Foundation.close(directory) }
    let descriptor = csandbox_open_beneath(directory, file)
    guard descriptor >= 0 else {
      throw descriptor == -EXDEV
        ? .leavesItsFolder
        : descriptor == -ENXIO ? .notAFile : AdapterLoadError.unreadable(-descriptor)
    }
    let opened = OpenFile(descriptor)
    var status = stat()
    guard fstat(descriptor, &status) == 0 else {
      throw AdapterLoadError.unreadable(errno)
    }
    guard status.st_mode & S_IFMT == S_IFREG else { throw .notAFile }
    return (opened, status)
  }

  /// A module of the program: one that the build has pinned, where it has.
  private mutating func pinned(
    _ opened: Opened, _ candidate: AdapterLoader.Candidate
  ) throws(AdapterLoadError.Reason) -> OpenFile {
    _ = try ModuleImage(opened.file, size: UInt64(opened.status.st_size))
    let folder = candidate.folder
    let known = pins[folder] ?? PinnedModules(of: folder)
    pins[folder] = .some(known)
    guard let pins = known else { return opened.file }
    guard let hash = pins.hash(of: candidate.file) else { throw .notPinned(list: pins.path) }
    if memory == nil { memory = HashMemory(at: locations.data + "/module-hashes") }
    guard memory?.hash(of: opened.file, opened.status) == hash else {
      throw .changed(what: "pinned when the program was built")
    }
    return opened.file
  }

  /// A module that a user has added: a copy of it that is trusted.
  private mutating func trusted(
    _ opened: Opened, _ candidate: AdapterLoader.Candidate
  ) throws(AdapterLoadError.Reason) -> OpenFile {
    try Self.check(opened, name: candidate.name, in: candidate.folder)
    let list: TrustList
    do throws(TrustListError) {
      let found =
        trust ?? Result { () throws(TrustListError) in try TrustList(at: locations.trustList) }
      trust = found
      list = try found.get()
    } catch {
      throw .noTrust(error)
    }
    // What nobody has trusted is not read at every call.
    guard let entry = list.entry(named: candidate.name) else { throw .untrusted }
    let (copy, hash) = try Self.checkedCopy(
      of: opened, name: candidate.name, in: candidate.folder)
    guard entry.hash == hash else { throw .changed(what: "trusted") }
    return copy
  }

  /// More bytes than a module has.
  private static let mostBytes = 256 << 20

  /// Whether a file that is open can be loaded.
  private static let hasProc = access("/proc/self/fd", X_OK) == 0

  /// Looks at a file that others may not have changed, and says whether it may be an adapter.
  private static func check(
    _ opened: Opened, name: String, in folder: String
  ) throws(AdapterLoadError.Reason) {
    if let place = UnsafePlace.file(opened.status, at: folder + "/lib\(name).so")
      ?? UnsafePlace.above(folder: folder)
    {
      throw .writable(place)
    }
    guard opened.status.st_size <= mostBytes else {
      throw .notAModule("it is larger than \(mostBytes >> 20) MiB")
    }
    try check(opened.file, size: UInt64(opened.status.st_size), name: name)
  }

  private static func check(
    _ file: OpenFile, size: UInt64, name: String
  ) throws(AdapterLoadError.Reason) {
    try ModuleImage(file, size: size)
      .checkRequests(entryPoint: AdapterModuleFile.entryPoint(of: name)) {
        !UnsafePlace.isOpenToOthers(folder: $0)
      }
  }

  /// A copy in memory of a module that others cannot have changed, and its hash.
  ///
  /// What is hashed is what will be loaded, whoever writes to the file meanwhile.
  private static func checkedCopy(
    of opened: Opened, name: String, in folder: String
  ) throws(AdapterLoadError.Reason) -> (OpenFile, hash: String) {
    try check(opened, name: name, in: folder)
    let descriptor = csandbox_memory_file("lib\(name).so")
    guard descriptor >= 0 else { throw AdapterLoadError.unreadable(-descriptor) }
    let copy = OpenFile(descriptor)
    var size = 0
    var isWhole = true
    let hash = opened.file.hash { block in
      size += block.count
      isWhole = isWhole && size <= mostBytes && copy.append(block)
    }
    guard isWhole, csandbox_seal(descriptor) == 0 else {
      throw .unreadable("there is not enough memory for a copy")
    }
    try check(copy, size: UInt64(size), name: name)
    return (copy, hash)
  }
}
