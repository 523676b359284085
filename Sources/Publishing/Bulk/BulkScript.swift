/// What all scripts that load parts begin with: a look whether these are what griot wrote.
///
/// A script ends with 1 where they are not, with 2 where it is called wrongly, and with 3 where the
/// store does not take them, as griot does.
enum BulkScript {
  static let name = "load.sh"
  static let sumsName = "SHA256SUMS"
  static let readMeName = "README.md"

  /// - Parameters:
  ///   - store: what the parts are loaded into.
  ///   - usage: what follows the script's name.
  ///   - arguments: how many arguments there are.
  ///   - count: how many parts there are.
  ///   - body: what loads, with the folder in `$folder` and the parts as arguments.
  /// - Returns: the script.
  static func text(
    _ store: String, usage: String, arguments: ClosedRange<Int>, parts count: Int, _ body: String
  ) -> String {
    let call = usage.isEmpty ? "sh \(name)" : "sh \(name) \(usage)"
    return """
      #!/bin/sh
      # Loads the parts of this folder into \(store).
      # Usage: \(call)
      # Ends with 0 when all is loaded, 1 when the parts are not as they were written, 2 when it is
      # called wrongly, 3 when the store does not take them.
      set -eu

      fail() {
        echo "\(name): error: $2" >&2
        exit "$1"
      }

      if [ $# -lt \(arguments.lowerBound) ] || [ $# -gt \(arguments.upperBound) ]; then
        fail 2 "expected: \(call)"
      fi
      target=${1:-}
      second=${2:-}
      folder=$(CDPATH='' cd -- "$(dirname -- "$0")" && pwd -P)
      set -- "$folder"/part-*.nq.gz
      if [ $# -ne \(count) ] || ! (cd "$folder" && sha256sum --check --strict --quiet \(sumsName)); then
        fail 1 "the parts are not the \(count) that were written; nothing was loaded"
      fi


      """ + body
  }

  /// What loads into a folder of the store's own that is not there before all is in it.
  static func intoNewFolder(_ command: String, program: String) -> String {
    """
    command -v \(program) >/dev/null || fail 3 "\(program) is not in PATH; nothing was loaded"
    if [ -e "$target" ]; then
      fail 2 "$target is there; expected a folder to make"
    fi
    beside="$target.unfinished"
    rm -rf "$beside"
    trap 'rm -rf "$beside"' EXIT
    trap 'exit 3' HUP INT TERM
    \(command) || fail 3 "not all could be loaded; $target was not made"
    mv "$beside" "$target"

    """
  }

  /// The words for people, of which the first and last are the same for all stores.
  static func readMe(_ store: String, tried: Bool, _ body: String) -> String {
    """
    # An archive for \(store)
    `part-*.nq.gz` are N-Quads, packed by gzip; each article is whole in one of them, with its named
    graphs. `manifest.json` says what is in each. There are no blank nodes, so that parts can be
    loaded in any order, and twice.

    \(body)
    `\(name)` first holds the parts against `\(sumsName)`, and loads nothing when one is another.
    \(tried ? "" : "\nThis follows the store's documentation and was **not tried** by griot's tests.\n")
    """
  }
}
