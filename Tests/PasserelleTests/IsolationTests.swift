import Foundation
import Passerelle
import PasserelleModel
import PasserelleStore
import TestSupport
import Testing

/// What adapters do in a worker, that a host must survive and name.
struct IsolationTests {
  /// What a module does while it reads, and the problem that comes of it.
  static let misdeeds: [(what: String, code: String, problem: String)] = [
    ("follows a wrong address", "*(volatile int *)8 = 1; return 0;", "adapter-crashed"),
    ("traps, as Swift does", "__builtin_trap();", "adapter-crashed"),
    ("aborts", "abort();", "adapter-crashed"),
    ("recurses without end", "return recurse(1);", "adapter-crashed"),
    ("exits as if all were well", "exit(0);", "adapter-exited"),
    ("exits without a farewell", "_exit(0);", "adapter-exited"),
    ("spins", "for (volatile long i = 0;; i++) ;", "adapter-too-slow"),
    ("sleeps", "for (;;) sleep(1000);", "adapter-too-slow"),
    (
      "states without end",
      """
      passerelle_field f = {T("text"), {big(), 1 << 20}, T("en")};
      passerelle_statement s = {sizeof s, T("note"), &f, 1, {0, 1, 1}};
      for (;;) h->emit(h->context, &s);
      """, "adapter-flood"
    ),
    (
      "takes all memory", "for (;;) memset(malloc(16 << 20), 1, 16 << 20);", "adapter-out-of-memory"
    ),
    (
      "closes all that is open", "for (int i = 0; i < 256; i++) close(i); return 0;",
      "adapter-exited"
    ),
    (
      "writes an answer of its own",
      "char lie[64] = {0}; write(4, lie, sizeof lie); return 0;", "adapter-broken"
    ),
  ]

  @Test(arguments: misdeeds.indices)
  func aModuleThatMisbehavesIsANamedProblemAndKeepsNothing(index: Int) throws {
    let misdeed = Self.misdeeds[index]
    // To fill memory takes its time.
    let scene = try Scene(
      reading: misdeed.code, seconds: misdeed.problem == "adapter-out-of-memory" ? 60 : 2)
    defer { scene.remove() }
    let report = try scene.library.importing([scene.file], adapter: "Wild")

    let problem = report.diagnostics.first { $0.id.rawValue == misdeed.problem }
    #expect(
      problem?.summary.contains("the adapter 'Wild'") == true,
      "\(misdeed.what): \(report.diagnostics)")
    #expect(try scene.hash() == scene.before)
    #expect(try scene.library.checking([scene.file], adapter: "Plain").diagnostics == [])
  }

  @Test func aFloodOfProblemsIsCutShortAndNamesTheAdapter() throws {
    let scene = try Scene(
      reading: """
        passerelle_diagnostic d = {sizeof d, PASSERELLE_WARNING, T("x"), T("x"), T(""), {0, 1, 1}};
        for (;;) h->report(h->context, &d);
        """)
    defer { scene.remove() }
    let report = try scene.library.importing([scene.file], adapter: "Wild")

    #expect(report.diagnostics.count == 1_000)
    #expect(
      report.diagnostics.contains { $0.summary.contains("'Wild' found more than 1000 problems") })
    #expect(try scene.hash() == scene.before)
  }

  /// What a module tries, which leaves it with nothing: it says so by a problem that names the
  /// error.
  static let attempts: [(what: String, code: String)] = [
    ("looks at another file", "struct stat s; int got = stat(\"SECRET\", &s);"),
    ("looks at what a link is", "struct stat s; int got = lstat(\"SECRET\", &s);"),
    ("opens another file to look at it", "int got = open(\"SECRET\", 010000000);"),
    ("reads a file of the system", "int got = open(\"/etc/hostname\", O_RDONLY);"),
    ("reads a file of the user", "int got = open(\"SECRET\", O_RDONLY);"),
    ("lists a folder", "int got = opendir(\"/tmp\") ? 1 : -1;"),
    ("writes a file", "int got = open(\"SECRET.new\", O_CREAT | O_WRONLY, 0600);"),
    (
      "reads what the host holds",
      "char p[64]; sprintf(p, \"/proc/%d/maps\", getppid()); int got = open(p, O_RDONLY);"
    ),
    ("starts a process", "int got = fork();"),
    ("starts a program", "int got = execl(\"/bin/true\", \"true\", (char *)0);"),
    ("opens a connection", "int got = socket(AF_INET, SOCK_STREAM, 0);"),
    ("ends the host", "int got = kill(getppid(), SIGTERM);"),
    ("stops the host by a signal", "int got = sigqueue(getppid(), SIGSTOP, (union sigval){0});"),
    (
      "takes its limits away",
      "struct rlimit l = {RLIM_INFINITY, RLIM_INFINITY}; int got = setrlimit(RLIMIT_AS, &l);"
    ),
    ("changes the mode of the source", "int got = fchmod(source(), 0777);"),
    ("writes to the source", "int got = write(source(), \"x\", 1);"),
  ]

  @Test(
    .enabled(if: Sandbox.isWhole, "this kernel has no Landlock or no seccomp"),
    arguments: attempts.indices)
  func aModuleCannotReachBeyondItsSource(index: Int) throws {
    let attempt = Self.attempts[index]
    let secret = FileManager.default.temporaryDirectory.appending(path: "secret-\(UUID())")
    try Data("secret".utf8).write(to: secret)
    defer { try? FileManager.default.removeItem(at: secret) }
    let scene = try Scene(
      reading: """
        \(attempt.code.replacing("SECRET", with: secret.path))
        char words[64];
        int length = sprintf(words, "%s", got >= 0 ? "done" : "refused");
        passerelle_diagnostic d = {sizeof d, PASSERELLE_ERROR, T("tried"), {words, length}, T(""),
          {0, 1, 1}};
        h->report(h->context, &d);
        return 1;
        """)
    defer { scene.remove() }
    let report = try scene.library.checking([scene.file], adapter: "Wild")

    #expect(report.diagnostics.map(\.summary) == ["refused"], "\(attempt.what)")
    #expect(!FileManager.default.fileExists(atPath: secret.path + ".new"))
  }

  @Test func aModuleMayLookAtWhatItWasGiven() throws {
    let scene = try Scene(
      reading: "struct stat s; return fstat(source(), &s) == 0 && s.st_size > 0 ? 0 : 1;")
    defer { scene.remove() }
    #expect(try scene.library.checking([scene.file], adapter: "Wild").diagnostics == [])
  }

  @Test(.enabled(if: geteuid() != 0, "the system counts no threads of the administrator"))
  func threadsWithoutEndAreRefused() throws {
    let scene = try Scene(
      reading: """
        pthread_t thread;
        for (int i = 0; i < 1000; i++) if (pthread_create(&thread, 0, rest, 0) != 0) return 0;
        abort();
        """,
      beside: """
        #include <pthread.h>
        static void *rest(void *context) { sleep(1000); return context; }
        """)
    defer { scene.remove() }
    let report = try scene.library.checking([scene.file], adapter: "Wild")
    #expect(!report.diagnostics.contains { $0.id == "adapter-crashed" })
  }

  @Test func whatAModulePrintsIsNotPrintedByTheProgram() throws {
    let scene = try Scene(
      reading: """
        for (int i = 0; i < 100000; i++) puts("{\\"level\\": 99}");
        fputs("on the other hand\\n", stderr);
        fflush(stdout);
        return 0;
        """)
    defer { scene.remove() }
    let run = try scene.run("check", scene.file.path, "--adapter", "Wild", "--format", "json")

    #expect(run.status == 0)
    #expect(try JSONSerialization.jsonObject(with: run.output) is [String: Any])
    #expect(run.errors.isEmpty)
  }

  @Test func theEnvironmentOfAModuleIsMadeForIt() throws {
    let scene = try Scene(
      reading: """
        extern char **environ;
        for (char **e = environ; *e; e++) {
          passerelle_diagnostic d = {sizeof d, PASSERELLE_WARNING, T("has"),
            {*e, strchr(*e, '=') - *e}, T(""), {0, 1, 1}};
          h->report(h->context, &d);
        }
        return 0;
        """)
    defer { scene.remove() }
    let report = try scene.library.checking([scene.file], adapter: "Wild")

    #expect(
      Set(report.diagnostics.map(\.summary)).subtracting(["LD_LIBRARY_PATH"]) == [
        "LANG", "PATH", "SWIFT_BACKTRACE", "TZ",
      ])
  }

  @Test func anAdapterThatCrashesWhenAskedIsNamedAndTheOthersGoOn() throws {
    let scene = try Scene(identifying: "*(volatile int *)8 = 1;", reading: "return 0;")
    defer { scene.remove() }
    let report = try scene.library.importing([scene.file])

    #expect(report.readers.map(\.adapter) == ["Plain"])
    #expect(report.hasErrors == false)
    #expect(report.failures.count == 1)
    #expect(report.failures.first?.description.contains("libWild.so crashed (SIGSEGV") == true)
  }

  @Test func anAdapterThatHangsWhenItIsLoadedIsNamedAndTheOthersGoOn() throws {
    let scene = try Scene(
      reading: "return 0;",
      beside: "__attribute__((constructor)) static void hang(void) { for (;;) pause(); }")
    defer { scene.remove() }
    let report = try scene.library.checking([scene.file])

    #expect(report.readers.map(\.adapter) == ["Plain"])
    #expect(report.failures.first?.description.contains("no answer within 1 second") == true)
  }

  @Test func theModulesOfTheProgramShareAProcessAndLoseOnlyTheCulprit() throws {
    let (place, modules) = (try Place(), try Modules())
    defer {
      place.remove()
      modules.remove()
    }
    try modules.build("Wild", Modules.adapter("Wild", identify: "__builtin_trap();"))
    try modules.build("Tame", Modules.adapter("Tame"))
    var locations = place.locations
    locations.bundledAdapters = [modules.folder.path]
    locations.frameworks = nil
    let file = try place.write("x.yaml", "nothing")
    let report = try Library(at: locations).checking([file])

    #expect(report.readers.map(\.adapter) == ["Tame"])
    #expect(report.failures.map { $0.description.contains("libWild.so crashed") } == [true])
  }

  @Test func aPartInMemoryIsReadAsAFileIs() throws {
    let modules = try Modules()
    defer { modules.remove() }
    let profile = #"{"profile": 1, "reference": "case 1"}"#
    let (record, problems) = ProfileSource(AdapterLoader(Place.bundledOnly))
      .profile(inJSON: Array(profile.utf8), named: "x")

    #expect(problems == [])
    #expect(record?.profile.reference == "case 1")
  }

  @Test func bothWaysOfRunningAdaptersMakeTheSameGraph() throws {
    let (one, other) = (try Place(), try Place())
    defer {
      one.remove()
      other.remove()
    }
    var locations = other.locations
    locations.isolation = .inProcess
    let hashes = try [one.library(), Library(at: locations)].map {
      try $0.store.read { try $0.contentHash() }
    }
    #expect(hashes[0] == hashes[1])
  }

  @Test func aWorkerEndsWithTheProgramHoweverThatEnds() throws {
    let scene = try Scene(reading: "for (;;) sleep(1000);")
    defer { scene.remove() }
    let program = scene.program("check", scene.file.path, "--adapter", "Wild")
    (program.standardOutput, program.standardError) = (
      FileHandle.nullDevice, FileHandle.nullDevice
    )
    try program.run()
    let pid = program.processIdentifier
    var workers: [String] = []
    try #require(
      Self.becomesTrue {
        let children = try? String(
          contentsOfFile: "/proc/\(pid)/task/\(pid)/children", encoding: .utf8)
        workers = (children ?? "").split(separator: " ").map(String.init)
        return !workers.isEmpty
      })
    kill(pid, SIGKILL)
    program.waitUntilExit()

    #expect(
      Self.becomesTrue {
        workers.allSatisfy { !FileManager.default.fileExists(atPath: "/proc/\($0)/exe") }
      })
  }

  /// Whether something comes about within ten seconds.
  private static func becomesTrue(_ condition: () -> Bool) -> Bool {
    for _ in 0..<1_000 {
      if condition() { return true }
      usleep(10_000)
    }
    return false
  }

  /// What stands in for a worker, and what is said of it.
  @Test(arguments: [
    ("exit 0", "exit code 0"), ("exec sleep 100", "no answer within 1 second"),
    ("yes garbage | head -c 100000 >&4", "its answer is malformed"),
    ("exec 4>&-; sleep 100", "its answer is malformed"), ("kill -SEGV $$", "SIGSEGV"),
    ("kill -KILL $$", "was killed (SIGKILL)"),
  ])
  func aWorkerThatIsNoneIsNamed(script: String, words: String) throws {
    let modules = try Modules()
    defer { modules.remove() }
    try modules.build("Good", Modules.adapter("Good"))
    let worker = modules.folder.appending(path: "worker")
    try Data("#!/bin/sh\n\(script)\n".utf8).write(to: worker)
    try #require(chmod(worker.path, 0o755) == 0)
    var limits = WorkerLimits()
    limits.stepSeconds = 1
    let loader = try modules.loader(limits: limits, isolation: .worker(executable: worker.path))

    let (adapters, failures) = loader.all()
    #expect(adapters.isEmpty)
    #expect(failures.map { $0.description.contains(words) } == [true], "\(failures)")
  }

  @Test func aWorkerThatCannotBeStartedIsSaid() throws {
    let modules = try Modules()
    defer { modules.remove() }
    try modules.build("Good", Modules.adapter("Good"))
    let loader = try modules.loader(isolation: .worker(executable: "/nonexistent"))

    let failures = loader.all().failures
    #expect(failures.map { $0.description.contains("its process did not start") } == [true])
  }
}

/// Whether the kernel has all that a worker is confined by.
enum Sandbox {
  static let isWhole =
    AdapterLoader(Place.bundledOnly).all().adapters.first?.confinement?.isWhole == true
}

/// A library with an adapter 'Wild' that is trusted, a file, and little patience.
struct Scene {
  let place: Place
  let modules: Modules
  let locations: Locations
  let library: Library
  let file: SourceFile
  /// The hash of the store before anything is read.
  let before: String

  init(identifying: String = "", reading: String, beside: String = "", seconds: Double = 2) throws {
    place = try Place()
    modules = try Modules()
    try modules.build(
      "Wild",
      """
      #include <dirent.h>
      #include <fcntl.h>
      #include <signal.h>
      #include <stdio.h>
      #include <stdlib.h>
      #include <sys/resource.h>
      #include <sys/socket.h>
      #include <sys/stat.h>
      #include <unistd.h>
      \(beside)
      __attribute__((unused)) static int recurse(int n) {
        volatile char block[4096];
        block[0] = n;
        return recurse(n + 1) + block[0];
      }
      __attribute__((unused)) static char *big(void) { return memset(malloc(1 << 20), 'x', 1 << 20); }
      /* The last file that this process was given. */
      __attribute__((unused)) static int source(void) {
        for (int i = 63;; i--) if (lseek(i, 0, SEEK_CUR) >= 0) return i;
      }
      \(Modules.adapter("Wild", identify: identifying, read: reading))
      """)
    var locations = place.locations
    locations.frameworks = nil
    locations.addedAdapters = [modules.folder.path]
    locations.trustList = try modules.trustAll()
    locations.limits.stepSeconds = 1
    locations.limits.readSeconds = seconds
    locations.limits.addressSpace = 768 << 20
    self.locations = locations
    library = try Library(at: locations)
    before = try library.store.read { try $0.contentHash() }
    file = try place.write(
      "aa.yaml",
      """
      passerelle: 1
      framework: {id: aa, kind: meta-framework, title: {en: A}, source: act}
      sources: {act: {title: An act}}
      levels: [{code: a, title: {en: A}}]
      """)
  }

  func hash() throws -> String { try library.store.read { try $0.contentHash() } }

  func program(_ arguments: String...) -> Process { program(arguments) }

  private func program(_ arguments: [String]) -> Process {
    let process = Process()
    process.executableURL = URL(filePath: AdapterLoaderTests.built + "/passerelle")
    process.arguments = arguments
    process.environment = [
      "PASSERELLE_DATA": locations.data, "PASSERELLE_ADAPTER_PATH": modules.folder.path,
      "PASSERELLE_TRUSTED_ADAPTERS": locations.trustList,
    ]
    return process
  }

  /// Runs the program as a person would, with the same library and adapters.
  func run(_ arguments: String...) throws -> (status: Int32, output: Data, errors: String) {
    let process = program(arguments)
    let (out, errors) = (Pipe(), Pipe())
    (process.standardOutput, process.standardError) = (out, errors)
    try process.run()
    let output = out.fileHandleForReading.readDataToEndOfFile()
    let words = errors.fileHandleForReading.readDataToEndOfFile()
    process.waitUntilExit()
    return (process.terminationStatus, output, String(decoding: words, as: UTF8.self))
  }

  func remove() {
    place.remove()
    modules.remove()
  }
}
