package com.atlassian.jira.security.request;

/** Stands in for Jira's enumeration (since Jira 9) while compiling, as far as it is used; not shipped. */
public enum RequestMethod {
    GET
}
