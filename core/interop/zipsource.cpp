#include "core/interop/zipsource.h"

#include <QDir>
#include <QFile>
#include <QFileInfo>

#include <algorithm>
#include <map>
#include <set>
#include <span>
#include <utility>

#include <sys/mman.h>
#include <unistd.h>
#include <zip.h>

namespace recital {

namespace {

constexpr zip_uint64_t readAtOnce = 1U << 20U;
/// Far beyond any rating file; a claim above it is a damaged or malicious entry.
constexpr zip_uint64_t largestEntry = zip_uint64_t{64} << 30U;

struct ArchiveCloser {
    void operator()(zip_t* archive) const { zip_discard(archive); }
};
using Archive = std::unique_ptr<zip_t, ArchiveCloser>;

struct EntryCloser {
    void operator()(zip_file_t* entry) const { zip_fclose(entry); }
};
using Entry = std::unique_ptr<zip_file_t, EntryCloser>;

/// Pages that can be given back one by one, so unpacked text and parsed columns need not both be in memory.
class UnpackedFile : public FileContent {
public:
    static std::unique_ptr<UnpackedFile> create(std::size_t size) {
        void* address = nullptr;
        if (size > 0)
            address = ::mmap(nullptr, size, PROT_READ | PROT_WRITE,
                             MAP_PRIVATE | MAP_ANONYMOUS | MAP_NORESERVE, -1, 0);
        return address == MAP_FAILED ? nullptr
                                     : std::unique_ptr<UnpackedFile>(new UnpackedFile(address, size));
    }
    ~UnpackedFile() override {
        if (m_size > 0)
            ::munmap(m_address, m_size);
    }
    UnpackedFile(const UnpackedFile&) = delete;
    UnpackedFile& operator=(const UnpackedFile&) = delete;

    char* data() noexcept { return static_cast<char*>(m_address); }
    std::string_view bytes() const noexcept override { return {static_cast<const char*>(m_address), m_size}; }
    void release(std::size_t size) const noexcept override {
        const auto page = static_cast<std::size_t>(::sysconf(_SC_PAGESIZE));
        if (const std::size_t whole = std::min(size, m_size) / page * page; whole > 0)
            ::madvise(m_address, whole, MADV_DONTNEED); // reads as zeros from now on
    }

private:
    UnpackedFile(void* address, std::size_t size) noexcept
        : m_address(address)
        , m_size(size) {}

    void* m_address;
    std::size_t m_size;
};

Error badZip(const QString& path, const std::string& reason) {
    return {ErrorCode::BadFormat, path.toStdString() + ": " + reason};
}

Result<Archive> openArchive(const QString& path) {
    int code = 0;
    Archive archive(zip_open(QFile::encodeName(path).constData(), ZIP_RDONLY, &code));
    if (archive)
        return archive;
    zip_error_t error;
    zip_error_init_with_code(&error, code);
    const std::string reason = zip_error_strerror(&error);
    zip_error_fini(&error);
    if (code == ZIP_ER_NOENT || code == ZIP_ER_OPEN || code == ZIP_ER_READ)
        return Error{ErrorCode::FileNotFound, path.toStdString() + ": " + reason};
    return badZip(path, "is no complete zip archive (" + reason + "); it may be cut off");
}

/// Files by folder inside the archive; folders end with '/'. Without hidden entries and what macOS adds.
struct Contents {
    std::map<std::string, std::map<std::string, zip_uint64_t>> files;
    std::map<std::string, std::set<std::string>> folders;
};

void addEntry(Contents& contents, const std::string& path, zip_uint64_t index) {
    std::string folder;
    for (std::size_t begin = 0; begin < path.size();) {
        const std::size_t slash = path.find('/', begin);
        const std::string part = path.substr(begin, slash == std::string::npos ? slash : slash - begin);
        if (part.starts_with('.') || part == "__MACOSX")
            return;
        if (slash == std::string::npos) {
            contents.files[folder].emplace(part, index);
            return;
        }
        if (!part.empty())
            contents.folders[folder].insert(part);
        folder += part + '/';
        begin = slash + 1;
    }
}

Contents listArchive(zip_t* archive) {
    Contents contents;
    const zip_int64_t count = zip_get_num_entries(archive, 0);
    for (zip_int64_t i = 0; i < count; ++i) {
        const auto index = static_cast<zip_uint64_t>(i);
        const char* name = zip_get_name(archive, index, ZIP_FL_ENC_GUESS);
        if (name == nullptr)
            continue;
        std::string path = name;
        std::replace(path.begin(), path.end(), '\\', '/'); // some Windows programs write these
        addEntry(contents, path, index);
    }
    return contents;
}

/// One entry, opened for reading.
struct OpenEntry {
    Archive archive;
    Entry file;
    std::size_t size = 0;
};

Error badEntry(const QString& path, const std::string& name, const std::string& reason) {
    return badZip(path, name + ": " + reason);
}

Result<OpenEntry> openEntry(const QString& path, const std::string& name, zip_uint64_t index) {
    auto archive = openArchive(path);
    if (!archive)
        return archive.error();
    zip_stat_t status;
    zip_stat_init(&status);
    if (zip_stat_index(archive->get(), index, 0, &status) != 0 || (status.valid & ZIP_STAT_SIZE) == 0)
        return badEntry(path, name, zip_strerror(archive->get()));
    if ((status.valid & ZIP_STAT_ENCRYPTION_METHOD) != 0 && status.encryption_method != ZIP_EM_NONE)
        return badEntry(path, name, "is encrypted; unpack it with its password first");
    if (status.size > largestEntry)
        return badEntry(path, name, "claims to be larger than 64 GiB");
    Entry file(zip_fopen_index(archive->get(), index, 0));
    if (!file)
        return badEntry(path, name, std::string("is damaged: ") + zip_strerror(archive->get()));
    return OpenEntry{std::move(*archive), std::move(file), static_cast<std::size_t>(status.size)};
}

/// Fills the buffer. Errors: BadFormat, Cancelled.
Status readEntry(const OpenEntry& entry, std::span<char> buffer, const QString& path, const std::string& name,
                 const std::stop_token& stop) {
    while (!buffer.empty()) {
        if (stop.stop_requested())
            return Error{ErrorCode::Cancelled, "loading was cancelled"};
        const zip_int64_t got =
            zip_fread(entry.file.get(), buffer.data(), std::min<zip_uint64_t>(readAtOnce, buffer.size()));
        if (got < 0)
            return badEntry(path, name, std::string("is damaged: ") + zip_file_strerror(entry.file.get()));
        if (got == 0)
            return badEntry(path, name, "is damaged: it is shorter than announced");
        buffer = buffer.subspan(static_cast<std::size_t>(got));
    }
    return success();
}

/// The archive is opened anew for each file: libzip's handle is not safe to share between threads.
class ZipSource : public FileSource {
public:
    ZipSource(QString path, std::map<std::string, zip_uint64_t> entries)
        : m_path(std::move(path))
        , m_entries(std::move(entries)) {}

    std::string location() const override { return m_path.toStdString(); }
    std::string displayName() const override { return QFileInfo(m_path).completeBaseName().toStdString(); }
    std::vector<std::string> names() const override {
        std::vector<std::string> names;
        for (const auto& [name, index] : m_entries)
            names.push_back(name);
        return names;
    }
    Result<std::unique_ptr<FileContent>> open(const std::string& name,
                                              const std::stop_token& stop) const override {
        const auto found = m_entries.find(name);
        if (found == m_entries.end())
            return noEntry(name);
        const auto entry = openEntry(m_path, name, found->second);
        if (!entry)
            return entry.error();
        auto content = UnpackedFile::create(entry->size);
        if (!content)
            return badEntry(m_path, name, "there is not enough memory to unpack it");
        if (Status status = readEntry(*entry, {content->data(), entry->size}, m_path, name, stop); !status)
            return status.error();
        char beyond = 0;
        if (zip_fread(entry->file.get(), &beyond, 1) != 0) // the checksum is compared at the end
            return badEntry(m_path, name, "is damaged: its checksum differs");
        return std::unique_ptr<FileContent>(std::move(content));
    }
    Result<std::string> head(const std::string& name, std::size_t maximumSize) const override {
        const auto found = m_entries.find(name);
        if (found == m_entries.end())
            return noEntry(name);
        const auto entry = openEntry(m_path, name, found->second);
        if (!entry)
            return entry.error();
        std::string text(std::min(maximumSize, entry->size), '\0');
        if (Status status = readEntry(*entry, text, m_path, name, {}); !status)
            return status.error();
        return text;
    }

private:
    Error noEntry(const std::string& name) const {
        return {ErrorCode::FileNotFound, location() + ": holds no " + name};
    }

    QString m_path;
    std::map<std::string, zip_uint64_t> m_entries;
};

bool looksLikeZip(const QString& path) {
    QFile file(path);
    if (!QFileInfo(path).isFile() || !file.open(QIODevice::ReadOnly))
        return false;
    const QByteArray magic = file.read(4);
    return magic == "PK\x03\x04" || magic == "PK\x05\x06" ||
           path.endsWith(QLatin1String(".zip"), Qt::CaseInsensitive);
}

} // namespace

Result<std::unique_ptr<FileSource>> openZip(const QString& path) {
    const auto archive = openArchive(path);
    if (!archive)
        return archive.error();
    Contents contents = listArchive(archive->get());
    std::string folder;
    while (contents.files[folder].empty() && contents.folders[folder].size() == 1)
        folder += *contents.folders[folder].begin() + '/';
    if (contents.files[folder].empty() && !contents.folders[folder].empty()) {
        std::string names;
        for (const std::string& name : contents.folders[folder])
            names += (names.empty() ? "" : ", ") + name;
        return Error{ErrorCode::UnknownLayout, path.toStdString() + ": holds no files, but the folders " +
                                                   names + "; unpack it and open one"};
    }
    return std::unique_ptr<FileSource>(new ZipSource(path, std::move(contents.files[folder])));
}

Result<std::unique_ptr<FileSource>> openSource(const QString& path) {
    if (looksLikeZip(path))
        return openZip(path);
    return openFolder(QFile::encodeName(path).toStdString());
}

} // namespace recital
