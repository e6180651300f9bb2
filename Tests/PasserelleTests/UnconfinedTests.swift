import Foundation
import Passerelle
import PasserelleModel
import TestSupport
import Testing

/// A kernel that lacks what a worker is confined by: the program's own modules run there, a stranger's does not.
///
/// The worker is started by a program that lets these system calls answer as an older kernel would.
struct UnconfinedTests {
  private let modules: Modules

  init() throws { modules = try Modules() }

  /// The number of a system call, the error that an older kernel gives, and how the lack is named.
  static let lacks: [(call: String, error: String, name: String)] = [
    ("444 /* landlock_create_ruleset */", "ENOSYS", "Landlock"),
    ("444 /* landlock_create_ruleset */", "EOPNOTSUPP", "Landlock"),
    ("__NR_seccomp", "ENOSYS", "filter of system calls"),
  ]

  @Test(.enabled(if: Sandbox.isWhole, "this kernel lacks it itself"), arguments: lacks.indices)
  func aStrangersModuleIsNotRun(index: Int) throws {
    defer { modules.remove() }
    let lack = Self.lacks[index]
    let mark = modules.folder.path + "/ran"
    try modules.build(
      "Wild",
      """
      #include <fcntl.h>
      #include <unistd.h>
      __attribute__((constructor)) static void run(void) { open("\(mark)", O_CREAT | O_WRONLY, 0600); }
      \(Modules.adapter("Wild"))
      """)
    let loader = try modules.loader(
      isolation: .worker(executable: worker(without: lack.call, lack.error)))
    let (adapters, failures) = loader.all()

    #expect(adapters.isEmpty)
    #expect(failures.map(\.reason) == [.unconfined(lacking: lack.name)])
    #expect(failures.first?.description.contains("'--in-process'") == true)
    #expect(throws: AdapterLoadError.self) {
      try loader.examine(modules.folder.path + "/libWild.so")
    }
    #expect(!FileManager.default.fileExists(atPath: mark))
  }

  @Test(.enabled(if: Sandbox.isWhole, "this kernel lacks it itself"))
  func theModulesOfTheProgramRunAndItIsSaid() throws {
    defer { modules.remove() }
    var locations = Place.bundledOnly
    locations.isolation = try .worker(executable: worker(without: Self.lacks[0].call, "ENOSYS"))
    let (adapters, failures) = AdapterLoader(locations).all()

    #expect(!adapters.isEmpty && failures.isEmpty)
    let words = try #require(adapters.first?.confinement?.words)
    #expect(words.contains("no Landlock, so a module that came with the program can read"))
    #expect(words.contains("adapters that did not come with it are not run"))
  }

  /// A program that goes on as the worker, for which a system call fails as on a kernel that lacks it.
  private func worker(without call: String, _ error: String) throws -> String {
    let program = modules.folder.appending(path: "worker")
    let source = modules.folder.appending(path: "worker.c")
    try Data(
      """
      #include <errno.h>
      #include <linux/filter.h>
      #include <linux/seccomp.h>
      #include <stddef.h>
      #include <sys/prctl.h>
      #include <sys/syscall.h>
      #include <unistd.h>
      int main(int count, char **arguments) {
        struct sock_filter steps[] = {
          BPF_STMT(BPF_LD | BPF_W | BPF_ABS, offsetof(struct seccomp_data, nr)),
          BPF_JUMP(BPF_JMP | BPF_JEQ | BPF_K, \(call), 0, 1),
          BPF_STMT(BPF_RET | BPF_K, SECCOMP_RET_ERRNO | \(error)),
          BPF_STMT(BPF_RET | BPF_K, SECCOMP_RET_ALLOW)};
        struct sock_fprog filter = {sizeof steps / sizeof *steps, steps};
        if (prctl(PR_SET_NO_NEW_PRIVS, 1, 0, 0, 0) || prctl(PR_SET_SECCOMP, SECCOMP_MODE_FILTER, &filter)) return 9;
        return execv("\(Place.built)/passerelle-worker", arguments);
      }
      """.utf8
    ).write(to: source)
    let compiler = Process()
    compiler.executableURL = URL(filePath: "/usr/bin/env")
    compiler.arguments = ["clang", "-o", program.path, source.path]
    try compiler.run()
    compiler.waitUntilExit()
    try #require(compiler.terminationStatus == 0)
    return program.path
  }
}
