package org.patchbay.tags;

/** Rules that a feature above keeps about the names of tags. Any bean that implements this is found. */
public interface TagNameRemoval {

    /**
     * Called in the transaction that renames or deletes the tag, which no longer has this name afterwards.
     *
     * @throws io.quarkiverse.resteasy.problem.HttpProblem where the name must stay
     */
    void nameRemoving(String name);
}
