-- Which way of folding made these rows (FOLD_VERSION); 0 is any before it was counted. Another one is made anew.
ALTER TABLE view.applied ADD COLUMN fold INTEGER NOT NULL DEFAULT 0;
