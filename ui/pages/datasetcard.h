#pragma once

#include <QFrame>

class QFormLayout;
class QGridLayout;
class QLabel;
class QVBoxLayout;

namespace recital {

class ElidedLabel;
struct ModelSnapshot;
class Theme;

/// The dataset in numbers: every figure is computed from the file that is open now.
class DatasetCard : public QFrame {
    Q_OBJECT
public:
    explicit DatasetCard(Theme& theme, QWidget* parent = nullptr);

    void setSnapshot(const ModelSnapshot& snapshot); ///< with a dataset

private:
    QLabel* addHeadline(QGridLayout* grid, const QString& objectName, const QString& caption, int column);
    QLabel* addFact(const QString& objectName, const QString& caption, const QString& explanation);
    void build();
    void buildFacts();
    void restyle();
    void followContent();

    Theme& m_theme;
    QVBoxLayout* m_layout = nullptr;
    QVBoxLayout* m_body = nullptr;
    QGridLayout* m_facts = nullptr;
    ElidedLabel* m_name = nullptr;
    ElidedLabel* m_location = nullptr;
    QLabel* m_ratings = nullptr;
    QLabel* m_users = nullptr;
    QLabel* m_films = nullptr;
    QLabel* m_rated = nullptr;
    QLabel* m_density = nullptr;
    QLabel* m_time = nullptr;
    QLabel* m_scale = nullptr;
    QLabel* m_mean = nullptr;
    QLabel* m_perUser = nullptr;
    QLabel* m_perFilm = nullptr;
    QLabel* m_positives = nullptr;
    QLabel* m_top = nullptr;
    QLabel* m_gini = nullptr;
    QLabel* m_fingerprint = nullptr;
    QLabel* m_notesTitle = nullptr;
    QLabel* m_notes = nullptr;
};

} // namespace recital
