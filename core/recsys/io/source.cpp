#include "core/recsys/io/source.h"

#include <algorithm>
#include <cerrno>
#include <system_error>
#include <utility>

#include <fcntl.h>
#include <sys/mman.h>
#include <sys/stat.h>
#include <unistd.h>

namespace recital {

namespace fs = std::filesystem;

namespace {

Error notFound(const fs::path& path, const std::string& reason) {
    return {ErrorCode::FileNotFound, path.string() + ": " + reason};
}

Error notFound(const fs::path& path, int errorNumber) {
    return notFound(path, std::generic_category().message(errorNumber));
}

class FileDescriptor {
public:
    explicit FileDescriptor(const fs::path& path)
        : m_number(::open(path.c_str(), O_RDONLY | O_CLOEXEC | O_NONBLOCK)) {} // a pipe must not block
    ~FileDescriptor() {
        if (m_number >= 0)
            ::close(m_number);
    }
    FileDescriptor(const FileDescriptor&) = delete;
    FileDescriptor& operator=(const FileDescriptor&) = delete;

    int number() const noexcept { return m_number; }

private:
    int m_number;
};

class MappedFile : public FileContent {
public:
    MappedFile(void* address, std::size_t size) noexcept
        : m_address(address)
        , m_size(size) {}
    ~MappedFile() override {
        if (m_size > 0)
            ::munmap(m_address, m_size);
    }
    MappedFile(const MappedFile&) = delete;
    MappedFile& operator=(const MappedFile&) = delete;

    std::string_view bytes() const noexcept override { return {static_cast<const char*>(m_address), m_size}; }
    void release(std::size_t size) const noexcept override {
        const auto page = static_cast<std::size_t>(::sysconf(_SC_PAGESIZE));
        if (const std::size_t whole = std::min(size, m_size) / page * page; whole > 0)
            ::madvise(m_address, whole, MADV_DONTNEED); // stays in the page cache
    }

private:
    void* m_address;
    std::size_t m_size;
};

Result<std::unique_ptr<FileContent>> mapFile(const fs::path& path) {
    const FileDescriptor file(path);
    if (file.number() < 0)
        return notFound(path, errno);
    struct stat status {};
    if (::fstat(file.number(), &status) != 0)
        return notFound(path, errno);
    if (!S_ISREG(status.st_mode))
        return notFound(path, "is not a file");
    const auto size = static_cast<std::size_t>(status.st_size);
    if (size == 0)
        return std::unique_ptr<FileContent>(new MappedFile(nullptr, 0));
    void* address = ::mmap(nullptr, size, PROT_READ, MAP_PRIVATE, file.number(), 0);
    if (address == MAP_FAILED)
        return notFound(path, errno);
    ::madvise(address, size, MADV_SEQUENTIAL);
    return std::unique_ptr<FileContent>(new MappedFile(address, size));
}

class FolderSource : public FileSource {
public:
    FolderSource(std::string location, std::string displayName, fs::path folder,
                 std::vector<std::string> names)
        : m_location(std::move(location))
        , m_displayName(std::move(displayName))
        , m_folder(std::move(folder))
        , m_names(std::move(names)) {
        std::sort(m_names.begin(), m_names.end());
    }

    std::string location() const override { return m_location; }
    std::string displayName() const override { return m_displayName; }
    std::vector<std::string> names() const override { return m_names; }
    Result<std::unique_ptr<FileContent>> open(const std::string& name,
                                              const std::stop_token&) const override {
        if (!has(name))
            return notFound(m_folder / name, "there is no such file");
        return mapFile(m_folder / name);
    }
    Result<std::string> head(const std::string& name, std::size_t maximumSize) const override {
        const auto content = open(name, {});
        if (!content)
            return content.error();
        return std::string((*content)->bytes().substr(0, maximumSize));
    }

private:
    std::string m_location;
    std::string m_displayName;
    fs::path m_folder;
    std::vector<std::string> m_names;
};

struct Listing {
    std::vector<std::string> files;
    std::vector<std::string> folders;
};

/// Without hidden entries and what macOS adds to archives.
Result<Listing> list(const fs::path& folder) {
    std::error_code error;
    Listing listing;
    for (fs::directory_iterator entry(folder, error), end; !error && entry != end; entry.increment(error)) {
        std::string name = entry->path().filename().string();
        if (name.starts_with('.') || name == "__MACOSX")
            continue;
        std::error_code ignored;
        if (entry->is_directory(ignored))
            listing.folders.push_back(std::move(name));
        else if (entry->is_regular_file(ignored))
            listing.files.push_back(std::move(name));
    }
    if (error)
        return notFound(folder, error.message());
    std::sort(listing.folders.begin(), listing.folders.end());
    return listing;
}

/// "ml-100k" for "/data/ml-100k/" too.
fs::path withoutTrailingSlash(const fs::path& path) {
    return path.has_filename() ? path : path.parent_path();
}

} // namespace

bool FileSource::has(std::string_view name) const {
    const std::vector<std::string> all = names();
    return std::find(all.begin(), all.end(), name) != all.end();
}

Result<std::unique_ptr<FileSource>> openFolder(const fs::path& path) {
    std::error_code error;
    const fs::path absolute = withoutTrailingSlash(fs::absolute(path, error).lexically_normal());
    const fs::file_status status = fs::status(absolute, error);
    if (!fs::exists(status))
        return notFound(path, "there is no such file or folder");
    if (!fs::is_directory(status))
        return std::unique_ptr<FileSource>(new FolderSource(
            path.string(), absolute.stem().string(), absolute.parent_path(), {absolute.filename().string()}));
    const std::string displayName = absolute.filename().string();
    fs::path folder = absolute;
    auto listing = list(folder);
    while (listing && listing->files.empty() && listing->folders.size() == 1) {
        folder /= listing->folders.front();
        listing = list(folder);
    }
    if (!listing)
        return listing.error();
    if (listing->files.empty() && !listing->folders.empty()) {
        std::string names;
        for (const std::string& name : listing->folders)
            names += (names.empty() ? "" : ", ") + name;
        return Error{ErrorCode::UnknownLayout,
                     path.string() + ": holds no files, but the folders " + names + "; open one of them"};
    }
    return std::unique_ptr<FileSource>(
        new FolderSource(path.string(), displayName, folder, std::move(listing->files)));
}

} // namespace recital
