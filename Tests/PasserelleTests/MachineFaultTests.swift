import Foundation
import PasserelleModel
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

  private static func machine(_ number: Int32) -> WorkerFailure.Reason {
    MachineFault(number).map { .machine($0) } ?? .broken
  }
}
