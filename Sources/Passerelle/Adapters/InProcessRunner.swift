internal import PasserelleModel
internal import Synchronization

/// Runs adapters in this process, with all its rights: to debug one.
final class InProcessRunner: AdapterRunner {
  private let modules: [AdapterModuleFile]
  private let loaded = Mutex<[LoadedAdapter]>([])

  init(_ modules: [AdapterModuleFile]) {
    self.modules = modules
  }

  func start() -> (adapters: [HostedAdapter], failures: [AdapterLoadError]) {
    var (adapters, failures): ([HostedAdapter], [AdapterLoadError]) = ([], [])
    for module in modules {
      do throws(AdapterLoadError) {
        let adapter = try LoadedAdapter(module)
        // The linker knows the library by its descriptor.
        _ = Unmanaged.passRetained(module.file)
        let number = loaded.withLock { loaded in
          loaded.append(adapter)
          return loaded.count - 1
        }
        adapters.append(
          HostedAdapter(
            manifest: adapter.manifest, path: module.path, abi: adapter.abi, runner: self,
            number: number))
      } catch {
        failures.append(error)
      }
    }
    return (adapters, failures)
  }

  func identify(_ source: Source, by adapters: [Int]) -> (
    sureness: [Int], failures: [AdapterLoadError]
  ) {
    (adapters.map { adapter($0).identify(source) }, [])
  }

  func read(
    _ source: Source, with adapter: Int, for run: AdapterRun
  ) throws(WorkerFailure) -> Int32 {
    self.adapter(adapter).read(for: run)
  }

  private func adapter(_ number: Int) -> LoadedAdapter { loaded.withLock { $0[number] } }
}
