#pragma once

#include "core/recsys/result.h"

#include <cstddef>
#include <filesystem>
#include <memory>
#include <stop_token>
#include <string>
#include <string_view>
#include <vector>

namespace recital {

/// Bytes of one file, kept alive by whoever holds the object.
class FileContent {
public:
    virtual ~FileContent() = default;
    virtual std::string_view bytes() const noexcept = 0;
    /// The first `size` bytes will not be read again: their memory may be given back and their content lost.
    virtual void release(std::size_t size) const noexcept { static_cast<void>(size); }
};

/// A set of named files to load a dataset from: a folder here, a zip in core/interop. Names have no folder
/// part; a single folder around the files (as in the downloaded zips) is looked through.
class FileSource {
public:
    virtual ~FileSource() = default;
    virtual std::string location() const = 0;           ///< what the user named, for messages
    virtual std::string displayName() const = 0;        ///< "ml-100k": folder or zip name without extension
    virtual std::vector<std::string> names() const = 0; ///< ascending
    /// Errors: FileNotFound (no such name, unreadable), BadFormat (damaged), Cancelled.
    virtual Result<std::unique_ptr<FileContent>> open(const std::string& name,
                                                      const std::stop_token& stop = {}) const = 0;

    /// The first bytes of a file, all of them if it is shorter; quick for a file of any size.
    virtual Result<std::string> head(const std::string& name, std::size_t maximumSize) const = 0;

    bool has(std::string_view name) const;
};

/// Folder, or a single file (then names() is that file alone). Files are memory-mapped.
/// Errors: FileNotFound.
Result<std::unique_ptr<FileSource>> openFolder(const std::filesystem::path& path);

} // namespace recital
