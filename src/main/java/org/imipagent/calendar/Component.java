package org.imipagent.calendar;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.function.Predicate;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * A calendar component (RFC 5545, 3.6) as it came: its properties in order, known or not, and the
 * components inside it. Nothing of a stranger's text is lost here; typed views such as {@link
 * VEvent} stand on it.
 */
public final class Component {

    /** With fewer properties one is found as fast by looking through them. */
    private static final int FEW = 32;

    private final String name;
    private final List<Property> properties;
    private final List<Component> components;

    /** The first of each name; made when it is first asked for, which is the same whoever asks. */
    private @Nullable Map<String, Property> firsts;

    private final int line;

    public Component(String name, List<Property> properties, List<Component> components) {
        this(name, properties, components, 0);
    }

    /**
     * @param line see {@link #line}
     */
    public Component(String name, List<Property> properties, List<Component> components, int line) {
        this.line = line;
        this.name = name.toUpperCase(Locale.ROOT);
        this.properties = List.copyOf(properties);
        this.components = List.copyOf(components);
    }

    public String name() {
        return name;
    }

    /**
     * The line of its text that it begins on, counted from 1; 0 where it was not read. It tells a
     * person where to look, and is no part of what the component says.
     */
    public int line() {
        return line;
    }

    public List<Property> properties() {
        return properties;
    }

    public List<Component> components() {
        return components;
    }

    @Override
    public boolean equals(@Nullable Object other) {
        return other instanceof Component component
                && name.equals(component.name)
                && properties.equals(component.properties)
                && components.equals(component.components);
    }

    @Override
    public int hashCode() {
        return Objects.hash(name, properties, components);
    }

    @Override
    public String toString() {
        return name + properties + components;
    }

    /** The first property of a name, or null. */
    public @Nullable Property first(String name) {
        if (properties.size() > FEW) {
            return firsts().get(name);
        }
        for (Property property : properties) {
            if (property.name().equals(name)) {
                return property;
            }
        }
        return null;
    }

    private Map<String, Property> firsts() {
        Map<String, Property> known = firsts;
        if (known == null) {
            known = new HashMap<>();
            for (Property property : properties) {
                known.putIfAbsent(property.name(), property);
            }
            firsts = known;
        }
        return known;
    }

    public boolean has(String name) {
        return first(name) != null;
    }

    public List<Property> all(String name) {
        return properties.stream().filter(p -> p.name().equals(name)).toList();
    }

    /** Inner components of a name. */
    public Stream<Component> components(String name) {
        return components.stream().filter(c -> c.name().equals(name));
    }

    /**
     * This component with one property of that name: in the place of the first that was, or at the
     * end.
     */
    public Component with(Property property) {
        var changed = new ArrayList<Property>(properties.size() + 1);
        var placed = false;
        for (Property old : properties) {
            if (!old.name().equals(property.name())) {
                changed.add(old);
            } else if (!placed) {
                changed.add(property);
                placed = true;
            }
        }
        if (!placed) {
            changed.add(property);
        }
        return with(changed, components);
    }

    /** This component with one more property, after those of the same name, or at the end. */
    public Component plus(Property property) {
        var changed = new ArrayList<>(properties);
        int last = -1;
        for (int i = 0; i < changed.size(); i++) {
            if (changed.get(i).name().equals(property.name())) {
                last = i;
            }
        }
        changed.add(last < 0 ? changed.size() : last + 1, property);
        return with(changed, components);
    }

    /** The same of several, one after the other. */
    public Component plus(List<Property> more) {
        if (more.isEmpty()) {
            return this;
        }
        var byName = new LinkedHashMap<String, List<Property>>();
        more.forEach(p -> byName.computeIfAbsent(p.name(), name -> new ArrayList<>()).add(p));
        var last = new HashMap<String, Integer>();
        for (int i = 0; i < properties.size(); i++) {
            last.put(properties.get(i).name(), i);
        }
        var changed = new ArrayList<Property>(properties.size() + more.size());
        for (int i = 0; i < properties.size(); i++) {
            Property property = properties.get(i);
            changed.add(property);
            boolean isLast = Integer.valueOf(i).equals(last.get(property.name()));
            List<Property> added = isLast ? byName.remove(property.name()) : null;
            if (added != null) {
                changed.addAll(added);
            }
        }
        byName.values().forEach(changed::addAll);
        return with(changed, components);
    }

    public Component without(String name) {
        return without(p -> p.name().equals(name));
    }

    public Component without(Predicate<Property> unwanted) {
        return with(properties.stream().filter(unwanted.negate()).toList(), components);
    }

    public Component withComponents(List<Component> components) {
        return with(properties, components);
    }

    /** The same component with other content. */
    public Component with(List<Property> properties, List<Component> components) {
        return new Component(name, properties, components, line);
    }
}
