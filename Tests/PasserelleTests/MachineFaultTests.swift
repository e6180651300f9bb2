import Foundation
import PasserelleModel
import TestSupport
import Testing

@testable import Passerelle

/// Whose fault a fault is: the machine's, the adapter's, or the file's.
struct MachineFaultTests {
  @Test(arguments: [EMFILE, ENFILE, ENOMEM, ENOBUFS, EAGAIN, ENOSPC, EDQUOT, EFBIG, EIO, EROFS])
  func aFaultOfTheMachineSaysSoAndWhatToDo(number: Int32) throws {
    let fault = try #require(MachineFault(number))
    let words = "\(fault)"
    #expect(words.hasPrefix(String(cString: strerror(number))))
    #expect(words.contains("this is a fault of the machine: ") && !words.hasSuffix(": "))
  }

  @Test(arguments: [0, ENOENT, EACCES, EPERM, EISDIR, ENOTDIR, EPIPE, ENOEXEC])
  func whatAPersonCanMendIsNone(number: Int32) {
    #expect(MachineFault(number) == nil)
  }

  /// Who is blamed for the end of a worker.
  @Test(arguments: [
    (WorkerFailure.Reason.signal(SIGSEGV), "adapter-crashed", "mistake in the adapter"),
    (.exit(3), "adapter-exited", "mistake in the adapter"),
    (.broken, "adapter-broken", "mistake in the adapter"),
    (.killed, "worker-lost", "the file is not at fault"),
    (machine(EMFILE), "worker-lost", "neither the file nor the adapter is at fault"),
    (machine(EIO), "worker-lost", "neither the file nor the adapter is at fault"),
  ])
  func blamesWhoIsToBlame(reason: WorkerFailure.Reason, id: String, hint: String) {
    let failure = WorkerFailure(reason: reason)
    #expect(failure.diagnosticID.rawValue == id)
    #expect(failure.hint.contains(hint))
  }

  /// So that the exit code is that of a fault of the machine.
  @Test(arguments: [(Diagnostic.ID.workerLost, true), (.adapterCrashed, false)])
  func aReportSaysWhetherTheMachineIsAtFault(id: Diagnostic.ID, isExpected: Bool) {
    var report = Importer.Report()
    report.diagnostics = [.error(id, at: SourcePosition(file: "a", line: 1), "it ended")]
    #expect(report.hasErrors && report.isFaultOfMachine == isExpected)
  }

  @Test func aModuleThatCannotBeReadIsNoOtherKindOfFile() throws {
    let error = AdapterLoadError(path: "libA.so", reason: AdapterLoadError.unreadable(EIO))
    #expect(error.isFaultOfMachine)
    #expect("\(error)".contains("fault of the machine"))
    #expect(
      !AdapterLoadError(path: "a", reason: AdapterLoadError.unreadable(EACCES)).isFaultOfMachine)
  }

  @Test func aFileThatCannotBeOpenedForWantOfDescriptorsIsNotAtFault() {
    #expect(SourceFileError(path: "a.yaml", EMFILE).isFaultOfMachine)
    #expect(!SourceFileError(path: "a.yaml", ENOENT).isFaultOfMachine)
  }

  // MARK: - The program

  /// The runtime reads the arguments from there, and modules are loaded through it.
  @Test(.enabled(if: geteuid() == 0, "only the administrator can take /proc away"))
  func withoutProcTheStoreIsAskedAndAFileIsNotAtFault() throws {
    let place = try Place(bundling: SmallLibrary.descriptors)
    defer { place.remove() }
    let (store, file) = (
      try place.library().store.path, try place.write("a.yaml", "passerelle: 1\n")
    )
    func call(_ words: String) throws -> (status: Int32, said: String) {
      let process = Process()
      process.executableURL = URL(filePath: "/usr/bin/unshare")
      process.arguments = [
        "-m", "sh", "-c", "umount -l /proc && exec '\(Place.built)/passerelle' \(words)",
      ]
      process.environment = ["PASSERELLE_STORE": store, "PASSERELLE_DATA": place.folder.path]
      let said = Pipe()
      (process.standardOutput, process.standardError) = (FileHandle.nullDevice, said)
      try process.run()
      let bytes = said.fileHandleForReading.readDataToEndOfFile()
      process.waitUntilExit()
      return (process.terminationStatus, String(decoding: bytes, as: UTF8.self))
    }
    #expect(try call("stats").status == 0)
    let (status, said) = try call("check '\(file.path)'")
    #expect(status == 4)
    #expect(said.contains("there is no /proc here; this is a fault of the machine"))
  }

  @Test(.enabled(if: geteuid() == 0, "the administrator may start as many as he likes"))
  func aMachineWithoutAThreadLeftIsToldAtOnce() throws {
    let process = Process()
    process.executableURL = URL(filePath: "/usr/bin/prlimit")
    process.arguments = [
      "--nproc=1", "setpriv", "--reuid=65534", "--regid=65534", "--clear-groups",
      Place.built + "/passerelle", "stats",
    ]
    let said = Pipe()
    process.standardError = said
    try process.run()
    let bytes = said.fileHandleForReading.readDataToEndOfFile()
    process.waitUntilExit()
    #expect(process.terminationStatus == 4)
    #expect(
      String(decoding: bytes, as: UTF8.self).hasPrefix("passerelle: no thread can be started"))
  }

  private static func machine(_ number: Int32) -> WorkerFailure.Reason {
    MachineFault(number).map { .machine($0) } ?? .broken
  }
}
