#pragma once

#include "core/recsys/io/source.h"

#include <map>
#include <string>

namespace recital::test {

/// Files that exist only in the test.
class MemorySource : public FileSource {
public:
    explicit MemorySource(std::map<std::string, std::string> files)
        : m_files(std::move(files)) {}

    std::string location() const override { return "/memory/set"; }
    std::string displayName() const override { return "set"; }
    std::vector<std::string> names() const override {
        std::vector<std::string> names;
        for (const auto& [name, text] : m_files)
            names.push_back(name);
        return names;
    }
    Result<std::unique_ptr<FileContent>> open(const std::string& name,
                                              const std::stop_token&) const override {
        const auto found = m_files.find(name);
        if (found == m_files.end())
            return Error{ErrorCode::FileNotFound, name + " is not there"};
        return std::unique_ptr<FileContent>(new Content(found->second));
    }
    Result<std::string> head(const std::string& name, std::size_t maximumSize) const override {
        const auto found = m_files.find(name);
        if (found == m_files.end())
            return Error{ErrorCode::FileNotFound, name + " is not there"};
        return found->second.substr(0, maximumSize);
    }

private:
    /// A copy of exactly the size, so that a sanitizer sees a read beyond the end.
    class Content : public FileContent {
    public:
        explicit Content(const std::string& text)
            : m_bytes(text.begin(), text.end()) {
            m_bytes.shrink_to_fit();
        }
        std::string_view bytes() const noexcept override { return {m_bytes.data(), m_bytes.size()}; }

    private:
        std::vector<char> m_bytes;
    };

    std::map<std::string, std::string> m_files;
};

} // namespace recital::test
