package org.patchbay.deliveries;

/** A delivery that was not taken. Its message is read by admins and names no customer. */
public class DeliveryFailed extends Exception {

    private static final long serialVersionUID = 1;

    private final boolean forGood;

    private DeliveryFailed(String problem, boolean forGood) {
        super(problem);
        this.forGood = forGood;
    }

    /** Another attempt may succeed. */
    public static DeliveryFailed forNow(String problem) {
        return new DeliveryFailed(problem, false);
    }

    /** No attempt will succeed while things are as they are. */
    public static DeliveryFailed forGood(String problem) {
        return new DeliveryFailed(problem, true);
    }

    boolean isForGood() {
        return forGood;
    }
}
