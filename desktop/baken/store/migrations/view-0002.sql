-- Withdrawals by when they were written: the handover asks for the last of them.
CREATE INDEX view.entry_withdrawal ON entry (wall_ms) WHERE kind = 'withdrawal';
