# Shared by app/run.sh, tests/run.sh and .ci/run; source it from bash after `set -euo pipefail`.
# It installs what is missing from Debian 12 and builds a preset. Messages go to standard error.

root=$(cd "$(dirname "${BASH_SOURCE[0]}")/.." && pwd)

# package: why it is needed
needed_packages=(
    "g++: C++20 compiler"
    "cmake: configures the build"
    "ninja-build: runs the build"
    "pkg-config: finds libzip"
    "libeigen3-dev: linear algebra of the recommender"
    "libzip-dev: reads MovieLens as the zip it is downloaded as"
    "qt6-base-dev: Qt Core, Widgets, Network, Sql, Concurrent, Test"
    "qt6-charts-dev: curves and histograms"
    "qt6-svg-dev: icons"
    "libqt6opengl6-dev: Qt Charts is not found without it"
    "libxkbcommon-dev: Qt Gui is not found without it"
    "libqt6sql6-sqlite: the workspace that remembers runs"
    "qt6-tools-dev: CMake files of Qt Linguist"
    "qt6-l10n-tools: lupdate and lrelease for the translations"
    "qt6-translations-l10n: Qt's own texts in German"
    "fonts-inter: the typeface of the window"
    "fonts-dejavu-core: characters that Inter lacks"
)

say() {
    echo "recital: $*" >&2
}

refuse() {
    say "$*"
    exit 1
}

is_installed() {
    [[ $(dpkg-query -W -f='${db:Status-Status}' "$1" 2>/dev/null) == installed ]]
}

# Prints the entries "package: why" among the arguments that are not installed.
missing_packages() {
    local entry
    for entry in "$@"; do
        is_installed "${entry%%:*}" || echo "$entry"
    done
}

require_debian_12() {
    local id= version=
    if [[ -r /etc/os-release ]]; then
        id=$(. /etc/os-release && echo "${ID:-}")
        version=$(. /etc/os-release && echo "${VERSION_ID:-}")
    fi
    [[ $id == debian && $version == 12 ]] && command -v dpkg-query >/dev/null ||
        refuse "this script installs its packages on Debian 12 only, and this is ${id:-an unknown system} ${version}." \
            "Elsewhere, install the same libraries (Qt 6.4 or newer, Eigen 3.4, libzip) and run:" \
            "cmake --preset release && cmake --build --preset release && build/release/recital"
}

# Installs the missing ones of the entries "package: why" given as arguments.
install_packages() {
    local missing names=() as_root=()
    mapfile -t missing < <(missing_packages "$@")
    ((${#missing[@]})) || return 0
    say "these Debian packages are missing and will be installed with apt-get:"
    printf '  %s\n' "${missing[@]}" >&2
    names=("${missing[@]%%:*}")
    if ((EUID != 0)); then
        command -v sudo >/dev/null ||
            refuse "installing needs root, and there is no sudo. As root, run:" \
                "apt-get install --no-install-recommends ${names[*]}"
        say "sudo may ask for your password now"
        as_root=(sudo)
    fi
    "${as_root[@]}" env DEBIAN_FRONTEND=noninteractive apt-get update -qq >&2 ||
        say "apt-get update failed; trying with the package lists that are there"
    "${as_root[@]}" env DEBIAN_FRONTEND=noninteractive \
        apt-get install -qq --no-install-recommends -o Dpkg::Use-Pty=0 "${names[@]}" >&2 ||
        refuse "apt-get could not install them (see above). Once that is mended, run this again."
}

prepare_machine() {
    require_debian_12
    install_packages "${needed_packages[@]}"
}

# build_preset PRESET [TARGET]: configures once, then builds; where nothing changed this takes a fraction of a second.
build_preset() {
    local preset=$1 target=${2:-all} folder=$root/build/$1
    cd "$root"
    if [[ ! -e $folder/build.ninja ]]; then
        say "configuring $folder"
        cmake --preset "$preset" >&2
    fi
    # Ninja asked for a dry run prints "no work to do" when everything is up to date.
    if [[ $(ninja -C "$folder" -n "$target" 2>/dev/null | tail -n 1) != *"no work to do"* ]]; then
        say "building the preset $preset, target $target; the first time takes some minutes"
        cmake --build --preset "$preset" --target "$target" >&2
    fi
}

has_display() {
    [[ -n ${DISPLAY:-} || -n ${WAYLAND_DISPLAY:-} || -n ${QT_QPA_PLATFORM:-} ]]
}
