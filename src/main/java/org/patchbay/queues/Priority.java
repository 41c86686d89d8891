package org.patchbay.queues;

import jakarta.persistence.AttributeConverter;
import jakarta.persistence.Converter;

/** The urgency of a ticket. Stored as its rank, 1 being the most urgent, so that an ascending key finds that first. */
public enum Priority {
    URGENT(1),
    HIGH(2),
    NORMAL(3),
    LOW(4);

    private final int rank;

    Priority(int rank) {
        this.rank = rank;
    }

    public int rank() {
        return rank;
    }

    static Priority ofRank(int rank) {
        return values()[rank - 1];
    }

    /** The rank as a column. */
    @Converter
    public static class Ranks implements AttributeConverter<Priority, Integer> {

        @Override
        public Integer convertToDatabaseColumn(Priority priority) {
            return priority.rank;
        }

        @Override
        public Priority convertToEntityAttribute(Integer rank) {
            return ofRank(rank);
        }
    }
}
