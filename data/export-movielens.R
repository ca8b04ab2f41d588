# Writes the data frame `movielens` of the R package dslabs as GroupLens' ratings.csv and movies.csv.
#
#   Rscript --vanilla export-movielens.R PATH/TO/dslabs/data/Rdata OUTPUT-FOLDER
#
# Base R only. The frame has one row a rating: movieId, title, year, genres, userId, rating, timestamp. It keeps title
# and year in two columns; GroupLens writes "Title (year)".

arguments <- commandArgs(trailingOnly = TRUE)
stopifnot(length(arguments) == 2)
frames <- new.env()
invisible(lazyLoad(arguments[1], envir = frames))
ratings <- frames$movielens
folder <- arguments[2]

# dslabs split "Title (1995)" with a pattern that these five titles do not fit, and left them empty. Their text stands
# in movies.csv of the same edition of ml-latest-small (October 2016).
untitled <- c("108548" = "Big Bang Theory, The (2007-)",
              "108583" = "Fawlty Towers (1975-1979)",
              "143410" = "Hyena Road",
              "151307" = "The Lovers and the Despot",
              "162376" = "Stranger Things")

# A cell is quoted when it contains a comma or a quote; quotes inside are doubled.
csvCell <- function(text) {
    quoted <- paste0('"', gsub('"', '""', text, fixed = TRUE), '"')
    ifelse(grepl('[,"]', text), quoted, text)
}

writeCsv <- function(lines, name) {
    file <- file(file.path(folder, name), open = "wb")
    writeLines(enc2utf8(lines), file, sep = "\n", useBytes = TRUE)
    close(file)
}

# GroupLens orders by user, then film.
ratings <- ratings[order(ratings$userId, ratings$movieId), ]
films <- unique(ratings[c("movieId", "title", "year", "genres")])
films <- films[order(films$movieId), ]

titles <- paste0(films$title, " (", films$year, ")")
missing <- is.na(films$title)
stopifnot(setequal(as.character(films$movieId[missing]), names(untitled)))
titles[missing] <- untitled[as.character(films$movieId[missing])]

# What is written is what GroupLens announces for this edition: 100,004 ratings of 671 users from 1 to 671.
stopifnot(nrow(ratings) == 100004,
          identical(sort(unique(ratings$userId)), 1:671),
          nrow(films) == 9066, !anyDuplicated(films$movieId),
          !anyDuplicated(ratings[c("userId", "movieId")]),
          all(ratings$rating %in% seq(0.5, 5, by = 0.5)),
          !anyNA(ratings$timestamp), !anyNA(films$genres))

writeCsv(c("userId,movieId,rating,timestamp",
           sprintf("%d,%d,%.1f,%d", ratings$userId, ratings$movieId, ratings$rating, ratings$timestamp)),
         "ratings.csv")
writeCsv(c("movieId,title,genres",
           paste(films$movieId, csvCell(titles), csvCell(as.character(films$genres)), sep = ",")),
         "movies.csv")
cat(sprintf("%d ratings, %d users, %d films written to %s\n",
            nrow(ratings), length(unique(ratings$userId)), nrow(films), folder))
