internal import ArgumentParser

struct CompletionsCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "completions",
    abstract: "Print the completion script for a shell.",
    discussion:
      "For bash: passerelle completions bash > ~/.local/share/bash-completion/completions/passerelle"
  )

  enum Shell: String, ExpressibleByArgument, CaseIterable {
    case bash, zsh, fish
  }

  @Argument(help: "bash, zsh or fish.")
  var shell: Shell

  func run() throws {
    guard let shell = CompletionShell(rawValue: shell.rawValue) else { throw ExitStatus.usage }
    Console.print(PasserelleCommand.completionScript(for: shell))
    if shell == .bash { Console.print(Self.wholeWords) }
  }

  /// Bash takes words apart at colons, which stand in the middle of an ID: this puts them together again
  /// for the script, and takes off what it has completed already.
  private static let wholeWords = #"""

    __passerelle_whole_words() {
        local -a words=()
        local -i index position=0
        local word glue=
        for index in "${!COMP_WORDS[@]}"; do
            word="${COMP_WORDS[${index}]}"
            if [[ ${#words[@]} -gt 0 && ( -n "${glue}" || "${word}" = : ) ]]; then
                words[-1]+="${word}"
            else
                words+=("${word}")
            fi
            glue=
            [[ "${word}" = : ]] && glue=1
            [[ "${index}" -eq "${COMP_CWORD}" ]] && position=$((${#words[@]} - 1))
        done
        local -a COMP_WORDS=("${words[@]}")
        local -i COMP_CWORD="${position}"
        local word="${COMP_WORDS[${position}]}"
        _passerelle "${1}" "${word}" "${COMP_WORDS[${position} - 1]}"
        [[ "${word}" = *:* ]] && COMPREPLY=("${COMPREPLY[@]#"${word%:*}:"}")
        return 0
    }

    complete -o filenames -o nosort -F __passerelle_whole_words passerelle
    """#
}
