package org.patchbay.sso;

import java.util.List;
import java.util.Set;

import org.junit.jupiter.api.Test;

import com.fasterxml.jackson.databind.ObjectMapper;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

class IdentityClaimsTest {

    @Test
    void aClaimIsATextOrAListWhereverItIs() throws Exception {
        var claims =
                claims("{'groups':['a','b',3],'one':'c','realm_access':{'roles':['d']},'https://x.org/roles':['e']}");
        assertEquals(Set.of("a", "b"), claims.values("groups"));
        assertEquals(Set.of("c"), claims.values("one"));
        assertEquals(Set.of("d"), claims.values("realm_access/roles"));
        assertEquals(Set.of("e"), claims.values("https://x.org/roles"));
        assertEquals(Set.of(), claims.values("nothing/at/all"));
        assertEquals(Set.of(), claims.values("realm_access"));
    }

    @Test
    void aClaimIsToldHereElsewhereOrNotAtAll() throws Exception {
        var claims =
                claims("{'roles':[],'none':null,'realm_access':{},'_claim_names':{'groups':'src1','roles':'src1'}}");
        assertEquals(IdentityClaims.Availability.HERE, claims.told("roles"));
        assertEquals(IdentityClaims.Availability.ELSEWHERE, claims.told("groups"));
        for (var path : List.of("none", "realm_access/roles", "nothing")) {
            assertEquals(IdentityClaims.Availability.NOT_AT_ALL, claims.told(path), path);
        }
    }

    @Test
    void aTokenIsForItsAudienceOrForWhomItWasMade() throws Exception {
        assertTrue(claims("{'aud':'me'}").areFor("me"));
        assertTrue(claims("{'aud':['you','me']}").areFor("me"));
        assertTrue(claims("{'aud':'account','azp':'me'}").areFor("me"));
        assertFalse(claims("{'aud':'you','azp':'you'}").areFor("me"));
        assertFalse(claims("{}").areFor("me"));
    }

    @Test
    void aUserNameIsWhatWeTakeOfPeopleToo() throws Exception {
        assertEquals(
                "ada",
                claims("{'preferred_username':'ada','email':'a@b.org'}")
                        .username()
                        .orElseThrow());
        assertEquals(
                "a@b.org",
                claims("{'preferred_username':'Ada A','email':'a@b.org'}")
                        .username()
                        .orElseThrow());
        assertEquals(
                "f3-x",
                claims("{'preferred_username':'','sub':'f3-x'}").username().orElseThrow());
        assertTrue(
                claims("{'preferred_username':'\\u0000','sub':'/'}").username().isEmpty());
    }

    @Test
    void whatIsNoTextIsNoClaim() throws Exception {
        assertEquals(
                "ada", claims("{'name':'A\\ud83d','preferred_username':'ada'}").name());
        assertTrue(claims("{'sub':'\\u0000'}").subject().isEmpty());
        assertTrue(claims("{'sub':'ada '}").subject().isEmpty(), "which the database would take for ada");
        assertEquals(
                199,
                claims("{'name':'" + "x".repeat(199) + "\\ud83d\\ude00'}")
                        .name()
                        .length());
    }

    @Test
    void anAddressThatNobodyVerifiedIsNone() throws Exception {
        assertTrue(claims("{'email':'a@b.org'}").email().isPresent());
        assertTrue(claims("{'email':'a@b.org','email_verified':true}").email().isPresent());
        assertTrue(claims("{'email':'a@b.org','email_verified':false}").email().isEmpty());
    }

    private static IdentityClaims claims(String json) throws Exception {
        return new IdentityClaims(new ObjectMapper().readTree(json.replace('\'', '"')));
    }
}
