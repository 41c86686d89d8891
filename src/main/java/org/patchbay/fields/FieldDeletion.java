package org.patchbay.fields;

/** Rules that a feature above keeps about fields. Any bean that implements this is found. */
public interface FieldDeletion {

    /**
     * Called in the transaction that deletes the field.
     *
     * @throws io.quarkiverse.resteasy.problem.HttpProblem where the field must stay
     */
    void fieldDeleting(FieldView field);
}
