package org.patchbay.chats;

import java.util.EnumMap;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Collectors;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;

import org.jspecify.annotations.Nullable;
import org.patchbay.agents.RosterLock;
import org.patchbay.audit.Action;
import org.patchbay.audit.Audit;
import org.patchbay.chats.BeginningView.QuestionView;
import org.patchbay.chats.Question.Asks;
import org.patchbay.conversations.FormAnswers;
import org.patchbay.customers.Customers;
import org.patchbay.customers.PersonalFact;
import org.patchbay.fields.FieldDefinitions;
import org.patchbay.fields.FieldDeletion;
import org.patchbay.fields.FieldView;
import org.patchbay.identity.Actor;
import org.patchbay.shared.epoch.ConfigurationEpoch;
import org.patchbay.shared.epoch.EpochCache;
import org.patchbay.shared.language.Language;
import org.patchbay.shared.problems.ProblemType;
import org.patchbay.shared.tenancy.CurrentOrganisation;
import org.patchbay.shared.web.EntityTags;

import io.quarkiverse.resteasy.problem.HttpProblem;

/** Asks customers before their chats, and takes the answers to where they belong. */
@ApplicationScoped
public class ChatForms implements FieldDeletion {

    private final FieldDefinitions fields;
    private final Customers customers;
    private final ChatHours hours;
    private final Audit audit;
    private final EpochCache<Long, ChatFormView> forms;

    /**
     * The answers, as far as tickets and their messages need them.
     *
     * @param fields the values that the ticket's fields get
     * @param name as they want to be called; null where that is as before
     */
    public record Taken(
            Map<String, Object> fields, @Nullable String name) {

        /** The customer, as they are called now; their token follows later. */
        public Actor by(Actor actor) {
            return name == null
                    ? actor
                    : new Actor(actor.organisationId(), actor.accountId(), name, actor.roles(), actor.scopes());
        }
    }

    ChatForms(FieldDefinitions fields, Customers customers, ChatHours hours, Audit audit, ConfigurationEpoch epoch) {
        this.fields = fields;
        this.customers = customers;
        this.hours = hours;
        this.audit = audit;
        this.forms = new EpochCache<>(epoch);
    }

    @Transactional
    ChatFormView read() {
        return ChatFormView.ofOrganisation();
    }

    @Transactional
    ChatFormView set(ChatFormRequest request, @Nullable String ifMatch) {
        // No field is deleted meanwhile.
        RosterLock.lock();
        var before = ChatFormView.ofOrganisation();
        EntityTags.check(ifMatch, before.version());
        check(request.questions());
        var form = ChatForm.ofOrganisation().orElseGet(ChatForm::create);
        form.greeting = request.greeting();
        form.questions = request.questions();
        form.persistAndFlush();
        var after = ChatFormView.ofOrganisation();
        if (!after.equals(before)) {
            audit.record(Action.CHAT_FORM_SET, CurrentOrganisation.id(), before, after);
        }
        return after;
    }

    private void check(List<Question> questions) {
        var subjects = new HashSet<String>();
        for (var question : questions) {
            if (!question.fits()) {
                throw ProblemType.VALIDATION_FAILED.because(ChatWords.FIELD_OF_FIELD);
            }
            if (!subjects.add(question.subject())) {
                throw ProblemType.VALIDATION_FAILED.because(ChatWords.ASKED_TWICE, question.subject());
            }
        }
        fields.existing(keys(questions));
    }

    /** How the next chat of a customer begins. */
    @Transactional
    BeginningView beginning(long customer, Language language) {
        var form = form();
        var reception = hours.reception(customer);
        return new BeginningView(
                form.greeting() == null ? null : form.greeting().in(language),
                reception.now(),
                reception.opensAt(),
                openTo(customer, form).stream()
                        .map(question -> view(question, language))
                        .toList());
    }

    /**
     * Takes a customer's answers: notes what they tell of themselves.
     *
     * @throws HttpProblem {@code validation-failed} where an answer is missing, of the wrong type or not asked for
     */
    @Transactional
    public Taken take(long customer, FormAnswers answers) {
        var form = form();
        var values = given(form, answers);
        if (form.questions().isEmpty()) {
            return new Taken(values, null);
        }
        var told = told(answers);
        var open = openTo(customer, form);
        for (var question : open) {
            boolean answered = question.asks()
                    .fact()
                    .map(told::containsKey)
                    .orElseGet(() -> values.containsKey(question.subject()));
            if (question.required() && !answered) {
                throw ProblemType.VALIDATION_FAILED.because(ChatWords.NOT_ANSWERED, question.subject());
            }
        }
        told.keySet().retainAll(facts(open));
        if (!told.isEmpty()) {
            customers.introduce(customer, told);
        }
        return new Taken(values, told.get(PersonalFact.NAME));
    }

    @Override
    public void fieldDeleting(FieldView field) {
        RosterLock.lock();
        if (keys(ChatFormView.ofOrganisation().questions()).contains(field.key())) {
            throw ProblemType.STILL_REFERRED_TO.because(ChatWords.ASKS_FOR_IT);
        }
    }

    private ChatFormView form() {
        return forms.get(CurrentOrganisation.id(), ChatFormView::ofOrganisation);
    }

    /** Without what is known of the customer, and fields that are archived. */
    private List<Question> openTo(long customer, ChatFormView form) {
        if (form.questions().isEmpty()) {
            return List.of();
        }
        var unknown = facts(form.questions()).isEmpty() ? Set.of() : customers.unknownFacts(customer);
        var known = fields.views(keys(form.questions()));
        return form.questions().stream()
                .filter(question -> question.asks()
                        .fact()
                        .map(unknown::contains)
                        .orElseGet(() -> isAlive(known.get(question.subject()))))
                .toList();
    }

    private static boolean isAlive(@Nullable FieldView field) {
        return field != null && !field.archived();
    }

    private QuestionView view(Question question, Language language) {
        var field = question.asks() == Asks.FIELD
                ? fields.views(List.of(question.subject())).get(question.subject())
                : null;
        var label = question.label() == null ? null : question.label().in(language);
        return new QuestionView(
                question.asks(),
                question.field(),
                label == null && field != null ? field.label() : label,
                field == null ? null : field.type(),
                field == null ? List.of() : field.options(),
                question.required());
    }

    private Map<String, Object> given(ChatFormView form, FormAnswers answers) {
        var asked = keys(form.questions());
        var given = new HashMap<String, Object>();
        answers.fields().forEach((key, value) -> {
            if (!asked.contains(key)) {
                throw ProblemType.VALIDATION_FAILED.because(ChatWords.NOT_ASKED, key);
            }
            if (value != null) {
                given.put(key, value);
            }
        });
        return given.isEmpty() ? Map.of() : new TreeMap<>(fields.values(given));
    }

    private static EnumMap<PersonalFact, String> told(FormAnswers answers) {
        var told = new EnumMap<PersonalFact, String>(PersonalFact.class);
        tell(told, PersonalFact.NAME, answers.name());
        tell(told, PersonalFact.EMAIL, answers.email());
        tell(told, PersonalFact.PHONE, answers.phone());
        return told;
    }

    private static void tell(Map<PersonalFact, String> told, PersonalFact fact, @Nullable String answer) {
        if (answer != null && !answer.isBlank()) {
            told.put(fact, answer.strip());
        }
    }

    private static Set<PersonalFact> facts(List<Question> questions) {
        return questions.stream()
                .flatMap(question -> question.asks().fact().stream())
                .collect(Collectors.toSet());
    }

    private static Set<String> keys(List<Question> questions) {
        return questions.stream()
                .filter(question -> question.asks() == Asks.FIELD)
                .map(Question::subject)
                .collect(Collectors.toSet());
    }
}
